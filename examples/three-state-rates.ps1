# Rates between three states of a plane by multiple-state transition interface sampling (Rogal and Bolhuis 2008, doi:10.1063/1.3029696):
# interfaces around each state, replica exchange between them, minus moves for the fluxes, and an outer ensemble that joins the states.
#
#   molshell examples/three-state-rates.ps1 [-Step 50000] [-Temperature 0.1] [-OutputPath .]
param(
    [long] $Step = 50000,           # Monte Carlo steps
    [double] $Temperature = 0.1,    # kT; the wells are 0.7 deep
    [string] $OutputPath = '.'      # folder of three-states.molpath and three-states.svg
)

$system = New-ToySystem -Potential Triangle -Temperature $Temperature -Friction 2.5 -TimeStep 0.02
$x = New-CollectiveVariable -Coordinate 0 -Name x
$y = New-CollectiveVariable -Coordinate 1 -Name y
$A = New-CollectiveVariable -Expression 'sqrt((x + 0.5)^2 + (y + 0.5)^2)' -Variable $x, $y -Name toA | New-StateVolume -Maximum 0.2 -Name A
$B = New-CollectiveVariable -Expression 'sqrt((x - 0.5)^2 + (y + 0.5)^2)' -Variable $x, $y -Name toB | New-StateVolume -Maximum 0.2 -Name B
$C = New-CollectiveVariable -Expression 'sqrt(x^2 + (y - 0.4)^2)' -Variable $x, $y -Name toC | New-StateVolume -Maximum 0.2 -Name C

$run = Join-Path $OutputPath three-states.molpath
$rates = $A, $B, $C |
    New-PathNetwork -Kind Mstis -InterfaceValue 0.2, 0.3, 0.4, 0.5 |
    New-MoveScheme -Default |
    Start-PathSampling -System $system -Step $Step -Path $run -Seed 1 -Force |
    Measure-TransitionRate -Skip 1000

$rates
$rates | Export-Plot (Join-Path $OutputPath three-states.svg) -Force
