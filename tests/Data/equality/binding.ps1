# Names in part, aliases, positions, splatting, pipelines by property name.
$more = @{ Step = 20; ReportInterval = 10; Seed = 2 }
New-ToySystem -Pot doublewell -Temp 0.3 | Start-MolecularDynamics @more | Select-Object Step, Time
(New-DoubleWellSystem -MinimumDistance 1.1 -ParticleCount 64).Forces
New-ToySystem MuellerBrown -Start -0.5,1.4 | Measure-PotentialEnergy | Format-List PotentialEnergy
$list = 'DoubleWell', 'MuellerBrown', 'Harmonic'
foreach ($name in $list) { (New-ToySystem $name).Name }
$list | ForEach-Object { New-ToySystem $_ } | Select-Object -ExpandProperty Name
$toy = New-ToySystem DoubleWell
if ($toy.ParticleCount -eq 1) { 'one' } else { 'more' }
($toy | Start-MolecularDynamics 40 -ReportInterval 10 -Seed 1 | Where-Object { $_.Step -gt 20 }).Step -join ','
$toy | Start-MolecularDynamics 40 -ReportInterval 10 -Seed 1 | Select-Object -Last 1 -Property Step, @{ Name = 'Energy'; Expression = { $_.TotalEnergy } }
$toy.Integrator.TimeStep * 3
[math]::Round(1.2345, 2)
"T = {0:f2}" -f $toy.Integrator.Temperature
