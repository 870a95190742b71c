# A noisy Lennard-Jones crystal relaxed to its minimum, and a check that its forces are the derivative of its energy.
#
#   molshell examples/crystal-minimization.ps1 [-Repeat 3]
param(
    [int] $Repeat = 3   # unit cells along each axis
)

$crystal = New-CrystalSystem -Structure Fcc -Repeat $Repeat -Density 1.0 -Noise 0.05 -Seed 1 |
    Add-SystemForce -Pair LennardJones -Epsilon 1 -Sigma 1 -Cutoff 2.3

'Before'
$crystal | Measure-PotentialEnergy
'Forces agree with the energy'
$crystal | Test-ForceConsistency
'After'
$crystal | Invoke-EnergyMinimization | Measure-PotentialEnergy
