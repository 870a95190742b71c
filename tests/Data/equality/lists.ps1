# Lists of everything that has a view, and of all properties.
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

$s, $dimer | Format-List
$x | Format-List
$A, $B | Format-List
$network | Format-List
New-PathEnsemble -Transition $A $B | Format-List
$scheme | Format-List
$steps | Format-List
$statistic | Format-List
$statistic.Movers | Format-List
$statistic.Lengths | Format-List
$steps | Measure-PathDensity $x | Format-List
$frames | Format-List
$frames | Get-CollectiveVariable $x | Format-List
$frames | Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 4 -WarningAction SilentlyContinue | Format-List
($frames | Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 4 -WarningAction SilentlyContinue).Points | Format-List
$dimer | Measure-PotentialEnergy | Format-List
($dimer | Measure-PotentialEnergy).Terms | Format-List
$dimer | Test-ForceConsistency -Detailed | Format-List
($dimer | Test-ForceConsistency -Detailed).Terms | Format-List
$dimer | Invoke-EnergyMinimization -Detailed | Format-List
New-Integrator Overdamped -Friction 2 | Format-List
$frames | Format-List Step, Temperature
$frames | Select-Object Step, Time, Temperature | Format-List
$frames | Select-Object Step, Time | Format-List
$frames[0].Positions | Format-List
$steps | Group-Object Accepted | Select-Object Name, Count | Format-List
$s | Format-List *
$x | Format-List *
$network | Format-List *
$scheme | Format-List *
$steps[0] | Format-List *
$statistic | Format-List *
$frames[0] | Format-List *
$dimer | Measure-PotentialEnergy | Format-List *
$frames[0].Topology
$frames[0].Box | Format-List
