# Transition paths on a surface with two wells: the density of the paths, as a heat map in the terminal and as an interactive page.
#
# The surface is that of OpenPathSampling's simplest example: walls x^6 + y^6 and two Gaussian wells at x = -0.5 and 0.5.
#
#   molshell examples/toy-2d-paths.ps1 [-Step 5000] [-OutputPath .]
param(
    [long] $Step = 5000,         # Monte Carlo steps
    [string] $OutputPath = '.'   # folder of two-wells.molpath and two-wells.html
)

$system = New-ToySystem -Potential TwoWells
$x = New-CollectiveVariable -Coordinate 0 -Name x
$y = New-CollectiveVariable -Coordinate 1 -Name y
$left = New-StateVolume $x -Maximum -0.5 -Name left
$right = New-StateVolume $x -Minimum 0.5 -Name right

$run = Join-Path $OutputPath two-wells.molpath
$left, $right |
    New-PathNetwork |
    New-MoveScheme -Shooting TwoWay -VelocityModifier Random |
    Start-PathSampling -System $system -Step $Step -StepsPerFrame 5 -Path $run -Seed 3 -Force |
    Measure-PathStatistic

$density = Import-PathSampling $run | Measure-PathDensity -Variable $x, $y
$density | Show-Plot
$density | Export-Plot (Join-Path $OutputPath two-wells.html) -Force
