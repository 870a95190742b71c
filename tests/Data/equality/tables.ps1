# Tables of everything that has a view.
$s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
$x = New-CollectiveVariable -Coordinate 0 -Name x
$A = New-StateVolume $x -Maximum -0.7 -Name A
$B = New-StateVolume $x -Minimum 0.7 -Name B
$network = New-PathNetwork $A $B
$scheme = $network | New-MoveScheme -Reversal
$steps = $scheme | Start-PathSampling -System $s -Step 30 -Seed 1
$statistic = $steps | Measure-PathStatistic
$frames = $s | Start-MolecularDynamics 500 -ReportInterval 100 -Seed 1
$dimer = New-DoubleWellSystem -ParticleCount 64

$s, $dimer | Format-Table
$x | Format-Table
$A, $B | Format-Table
$network | Format-Table
New-PathEnsemble -Transition $A $B | Format-Table
$scheme | Format-Table
$steps | Format-Table
$statistic | Format-Table
$statistic.Movers | Format-Table
$statistic.Lengths | Format-Table
$steps | Measure-PathDensity $x | Format-Table
$frames | Format-Table
$frames | Get-CollectiveVariable $x | Format-Table
$frames | Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 4 -WarningAction SilentlyContinue | Format-Table
($frames | Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 4 -WarningAction SilentlyContinue).Points | Format-Table
$dimer | Measure-PotentialEnergy | Format-Table
($dimer | Measure-PotentialEnergy).Terms | Format-Table
$dimer | Test-ForceConsistency -Detailed | Format-Table
($dimer | Test-ForceConsistency -Detailed).Terms | Format-Table
$dimer | Invoke-EnergyMinimization -Detailed | Format-Table
New-Integrator Overdamped -Friction 2 | Format-Table
$frames | Format-Table Step, Temperature
$frames | Select-Object Step, Time, Temperature | Format-Table
$frames | Select-Object Step, Time | Format-Table -AutoSize
$frames[0].Positions | Format-Table
$steps | Group-Object Accepted | Select-Object Name, Count | Format-Table
