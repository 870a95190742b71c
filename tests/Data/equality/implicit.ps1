# What comes out when nobody says how: the first object decides on the shape.
$s = New-ToySystem -Potential DoubleWell -Temperature 0.2
$s
$s | Start-MolecularDynamics 300 -ReportInterval 100 -Seed 1
'text between'
New-DoubleWellSystem -ParticleCount 64 | Measure-PotentialEnergy
1.5
$true
1..3
$s | Start-MolecularDynamics 200 -ReportInterval 100 -Seed 1 | Select-Object Step, Temperature
New-DoubleWellSystem -ParticleCount 64 | Test-ForceConsistency
New-CollectiveVariable -Distance 0, 1 -Name r
"system: $s"
@{ Potential = $s.Name }
