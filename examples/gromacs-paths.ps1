# Path sampling with GROMACS: two neighbouring atoms of liquid argon leave each other and come back. Needs the program gmx.
#
#   molshell examples/gromacs-paths.ps1 [-Step 100] [-InputPath tests/Data/gromacs] [-OutputPath .]
param(
    [long] $Step = 100,         # Monte Carlo steps
    [string] $InputPath = "$PSScriptRoot/../tests/Data/gromacs",    # folder of argon.top, argon.gro and argon.mdp
    [string] $OutputPath = '.'  # folder of gromacs-paths.molpath
)

$engine = New-GromacsEngine -Topology "$InputPath/argon.top" -Structure "$InputPath/argon.gro" -Parameter "$InputPath/argon.mdp" -Temperature '120 K'
$r = New-CollectiveVariable -Distance 0,1 -Name r
$near = New-StateVolume $r -Maximum 0.42 -Name Near
$far = New-StateVolume $r -Minimum 0.5 -Name Far
$near,$far | New-PathNetwork | New-MoveScheme -Shooting TwoWay -VelocityModifier Random |
    Start-PathSampling -Engine $engine -Step $Step -MaximumLength 1000 -OnFailure Reject -Path "$OutputPath/gromacs-paths.molpath" -Force -Seed 1 |
    Measure-PathStatistic
