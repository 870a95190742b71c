# Transition paths of a double-well dimer in a dense WCA fluid.
#
# A dimer of two particles, held by V(r) = h (1 - ((r - r0 - w)/w)^2)^2, is compact (r near 1.12) or extended (r near 1.72); the barrier is
# 6 kT and the fluid's reduced density 0.96 (Swenson and Bolhuis 2014, doi:10.1063/1.4890037). Transition path sampling collects the rare
# passages from one state to the other without waiting for them.
#
#   molshell examples/double-well-paths.ps1 [-Step 1500] [-OutputPath .]
param(
    [long] $Step = 1500,         # Monte Carlo steps
    [string] $OutputPath = '.'   # folder of dimer.molpath and density.svg
)

$dimer = New-DoubleWellSystem -DimerCount 1
$r = New-CollectiveVariable -Distance 0, 1 -Name r
$compact = New-StateVolume $r -Maximum 1.25 -Name compact
$extended = New-StateVolume $r -Minimum 1.60 -Name extended

$network = New-PathNetwork -Kind Tps -Initial $compact -Final $extended
$scheme = $network | New-MoveScheme -Shooting OneWay

$run = Join-Path $OutputPath dimer.molpath
$statistic = $scheme | Start-PathSampling -System $dimer -Step $Step -StepsPerFrame 5 -Path $run -Seed 1 -Force | Measure-PathStatistic

'Acceptance'
$statistic.Movers
'Path lengths, in frames of 0.02 reduced time units'
$statistic.Lengths | Show-Plot

'Where the paths spend their time'
$density = Import-PathSampling $run | Measure-PathDensity -Variable $r
$density | Show-Plot
$density | Export-Plot (Join-Path $OutputPath density.svg) -Force
