# Run files as one works with them: two runs with different seeds are measured as one, and each is pruned to the numbers of its paths and the
# frames of every hundredth step, from which it could go on.
#
#   molshell examples/rates-of-two-seeds.ps1 [-Step 20000] [-OutputPath .]
param(
    [long] $Step = 20000,           # Monte Carlo steps of each run
    [string] $OutputPath = '.'      # folder of seed1.molpath, seed2.molpath, crossing.svg and flow.svg
)

$system = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
$x = New-CollectiveVariable -Coordinate 0 -Name x
$A = New-StateVolume $x -Maximum -0.7 -Name A
$B = New-StateVolume $x -Minimum 0.7 -Name B
$scheme = $A, $B | New-PathNetwork -Kind Tis -InterfaceValue -0.7, -0.6, -0.5, -0.3 | New-MoveScheme -Default

$runs = foreach ($seed in 1, 2) { Join-Path $OutputPath "seed$seed.molpath" }
foreach ($seed in 1, 2) {
    $scheme | Start-PathSampling -System $system -Step $Step -Path $runs[$seed - 1] -Seed $seed -Force | Out-Null
}

$rates = Import-PathSampling $runs -Skip 100 -Merge | Measure-TransitionRate
$rates
$rates.Transitions[0] | Export-Plot (Join-Path $OutputPath crossing.svg)
(Import-PathSampling $runs -Merge | Measure-PathStatistic).Flow | Export-Plot (Join-Path $OutputPath flow.svg)

foreach ($run in $runs) {
    Import-PathSampling $run | Export-PathSampling $run -FrameStride 100 -Force
}

Import-PathSampling $runs -Skip 100 -Merge | Measure-TransitionRate | Select-Object -Property Rates, Steps
