# The density of the Lennard-Jones liquid at a temperature and a pressure, and how far the volume fluctuates. The defaults are a state
# point of the NIST Standard Reference Simulation Website: density 0.820.
#
#   molshell examples/liquid-density.ps1 [-Temperature 0.85] [-Pressure 0.55355] [-Step 20000]
param(
    [double] $Temperature = 0.85,
    [double] $Pressure = 0.55355,
    [long] $Step = 20000
)

# A simple cubic crystal of Lennard-Jones particles melts at once.
$liquid = New-CrystalSystem -Structure SimpleCubic -Repeat 7 -Density 0.82 -Noise 0.05 -Seed 1 |
    Add-SystemForce -Pair LennardJones -Cutoff 3 -Unshifted -TailCorrection
$bath = New-Integrator VelocityRescaling -TimeStep 0.004 -Temperature $Temperature -Pressure $Pressure -Compressibility 0.1 -PressureCouplingTime 0.5
$frames = $liquid | Start-MolecularDynamics $Step -ReportInterval 10 -Integrator $bath -Seed 1 | Where-Object Time -GT 8

'Volume of 343 particles'
$volume = $frames | Measure-Object Volume -Average -Minimum -Maximum
$volume | Select-Object Average, Minimum, Maximum
'Density'
343 / $volume.Average
