# What commands give, as JSON.
New-DoubleWellSystem -DimerCount 1 -ParticleCount 27 -Density 0.5 | Start-MolecularDynamics -Step 2000 -ReportInterval 1000 -Seed 7 | ConvertTo-Json -Depth 3
New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 200 -ReportInterval 10 -Seed 7 | Measure-Object | ConvertTo-Json
New-DoubleWellSystem -ChainLength 4 -ParticleCount 27 -Density 0.3 | Measure-PotentialEnergy | ConvertTo-Json -Depth 3
$s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
$x = New-CollectiveVariable -Coordinate 0 ; $A = New-StateVolume $x -Maximum -0.7 ; $B = New-StateVolume $x -Minimum 0.7
$s, $x, $A, $B | ConvertTo-Json -Depth 2 -WarningAction SilentlyContinue
New-PathNetwork -Kind Tps -Initial $A -Final $B | New-MoveScheme -Shooting OneWay | Start-PathSampling -System $s -Step 100 -Path run.molpath -Seed 1 | Measure-PathStatistic | ConvertTo-Json -Depth 3
Import-PathSampling run.molpath | Measure-PathDensity -Variable $x | ConvertTo-Json -Depth 3
Import-PathSampling run.molpath -Skip 90 -Stride 3 | Select-Object Step, Mover, Accepted, Reason, PathLength, AcceptanceProbability | ConvertTo-Json
Import-PathSampling run.molpath | Group-Object Reason | Select-Object Name, Count | ConvertTo-Json
$frames = $s | Start-MolecularDynamics -Step 1e3 -ReportInterval 1e2 -Seed 3
$frames | Get-CollectiveVariable $x | Select-Object Name, Step, Value, Unit | ConvertTo-Json
$frames | Where-Object Temperature -GT 0.1 | Sort-Object PotentialEnergy -Descending | Select-Object -First 2 -Property Step, PotentialEnergy | ConvertTo-Json
$frames | Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 5 -WarningAction SilentlyContinue | ConvertTo-Json -Depth 3
$frames | Measure-Object PotentialEnergy -Average -Minimum -Maximum | Select-Object Count, Average, Minimum, Maximum | ConvertTo-Json
$frames | ForEach-Object { $_.Step * 2 } | ConvertTo-Json
New-CrystalSystem Fcc 2 -Density 1 -Noise 0.05 -Seed 1 | Add-SystemForce -Pair LennardJones -Cutoff 2 | Invoke-EnergyMinimization -Detailed | Select-Object Method, Converged, Steps | ConvertTo-Json
New-DoubleWellSystem -ParticleCount 64 -UnitSystem Gromacs -Temperature '110 K' -TimeStep '2 fs' | ForEach-Object Integrator | ConvertTo-Json
New-DoubleWellSystem -ParticleCount 64 | Test-ForceConsistency | ConvertTo-Json
New-Integrator LangevinBaoab -TimeStep '2 fs' -Temperature '300 K' | ConvertTo-Json
