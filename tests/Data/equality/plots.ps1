# Drawings in the terminal and in files.
$s = New-ToySystem -Potential DoubleWell -Temperature 0.5
$x = New-CollectiveVariable -Coordinate 0 -Name x
$values = $s | Start-MolecularDynamics 5000 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $x
$values | Show-Plot -Width 70 -Height 14
$values | Show-Plot -Width 70 -Height 14 -Kind Histogram -Ascii
$values | Measure-FreeEnergy -BinCount 20 -WarningAction SilentlyContinue | Show-Plot
1..20 | ForEach-Object { $_ * $_ } | Show-Plot -Title Squares
1..5 | Export-Plot squares.svg -PassThru | ForEach-Object Name
1..5 | Export-Plot squares.svg -NoClobber
$Error[0].FullyQualifiedErrorId
