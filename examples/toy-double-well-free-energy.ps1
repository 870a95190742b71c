# The free energy of a particle in the double well V(x) = h (x^2 - 1)^2, from Langevin dynamics.
#
#   molshell examples/toy-double-well-free-energy.ps1 [-Step 2e6]
param(
    [long] $Step = 2000000,       # integration steps
    [double] $Temperature = 0.4   # kT, in units of the barrier
)

$system = New-ToySystem -Potential DoubleWell -Temperature $Temperature -Friction 1 -TimeStep 0.05
$x = New-CollectiveVariable -Coordinate 0 -Name x

$freeEnergy = $system |
    Start-MolecularDynamics -Step $Step -ReportInterval 20 -Seed 1 |
    Get-CollectiveVariable $x |
    Measure-FreeEnergy
$freeEnergy
$freeEnergy | Show-Plot
