# Errors: their text on the screen, then id, category and target. A script goes on after each.
$x = New-CollectiveVariable -Coordinate 0 -Name x
$toy = New-ToySystem DoubleWell
New-DoubleWellSystem -Mass -1
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
New-DoubleWellSystem -Temperature '300 K'
$Error[0].FullyQualifiedErrorId
New-DoubleWellSystem -Temperature '300 furlong'
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
New-DoubleWellSystem -Nonsense 1
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
New-DoubleWellSystem -DimerCount two
$Error[0].FullyQualifiedErrorId
New-DoubleWellSystem -ChainLength 1
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
New-DoubleWellSystem -ChainLength 3 -DimerCount 1
$Error[0].FullyQualifiedErrorId
New-ToySystem Foo
$Error[0].FullyQualifiedErrorId
New-ToySystem
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
New-ToySystem DoubleWell -Start NaN
$Error[0].FullyQualifiedErrorId
New-CrystalSystem Fcc 3 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 500
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"; "$($Error[0].TargetObject)"
New-CrystalSystem Fcc 3 -Density 1000 | Add-SystemForce -Pair LennardJones | Start-MolecularDynamics 10 -TimeStep 0.01 -Temperature 1 -Friction 1 -Seed 1
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
5 | Start-MolecularDynamics 10
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
$toy | Start-MolecularDynamics 10 -CheckpointPath no/such/folder/x.chk
$Error[0].FullyQualifiedErrorId
$toy | Start-MolecularDynamics 10 -Integrator Foo
$Error[0].FullyQualifiedErrorId
$toy | Start-MolecularDynamics -5
$Error[0].FullyQualifiedErrorId
New-StateVolume $x -Minimum 1 -Maximum 0
$Error[0].FullyQualifiedErrorId
New-StateVolume 5 -Minimum 1
$Error[0].FullyQualifiedErrorId
New-CollectiveVariable
$Error[0].FullyQualifiedErrorId
Set-Content broken.molpath 'This is no run file.'
Import-PathSampling missing.molpath, broken.molpath
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"; $Error[1].FullyQualifiedErrorId
$toy | Start-MolecularDynamics 10 -ReportInterval 5 -Seed 1 | Get-CollectiveVariable (New-CollectiveVariable -Distance 0, 1)
"$($Error[0].TargetObject)"
@() | Measure-PathStatistic
$Error.Count
