# Transition paths through two channels: a low and narrow one and, by way of a third minimum, a wide one. Which of them the paths take depends
# on the temperature: the entropic switch (Park, Sener, Lu and Schulten 2003; Metzner, Schuette and Vanden-Eijnden 2006,
# doi:10.1063/1.2335447).
#
#   molshell examples/two-channel-paths.ps1 [-Step 20000] [-Temperature 0.6] [-OutputPath .]
param(
    [long] $Step = 20000,           # Monte Carlo steps
    [double] $Temperature = 0.6,    # kT; the barriers are about 2.5 to 3 high
    [string] $OutputPath = '.'      # folder of two-channels.molpath and two-channels.svg
)

$system = New-ToySystem -Potential EntropicSwitch -Temperature $Temperature
$x = New-CollectiveVariable -Coordinate 0 -Name x
$y = New-CollectiveVariable -Coordinate 1 -Name y
$toLeft = New-CollectiveVariable -Expression 'sqrt((x + 1)^2 + y^2)' -Variable $x, $y -Name toLeft
$toRight = New-CollectiveVariable -Expression 'sqrt((x - 1)^2 + y^2)' -Variable $x, $y -Name toRight
$left = New-StateVolume $toLeft -Maximum 0.3 -Name left
$right = New-StateVolume $toRight -Maximum 0.3 -Name right

$run = Join-Path $OutputPath two-channels.molpath
$left, $right |
    New-PathNetwork |
    New-MoveScheme -Shooting OneWay |
    Start-PathSampling -System $system -Step $Step -StepsPerFrame 10 -Path $run -Seed 1 -Force |
    Measure-PathStatistic

$density = Import-PathSampling $run | Measure-PathDensity -Variable $x, $y -BinWidth 0.1
$density | Show-Plot
$density | Export-Plot (Join-Path $OutputPath two-channels.svg) -Force
