BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $x = $states.Variable
    $s = Get-ToySystem
    $scheme = New-PathNetwork $states.Left $states.Right | New-MoveScheme
    $steps = @($scheme | Start-PathSampling -System $s -Step 200 -Seed 1 -CompleteTrial)
}

Describe 'Measure-ShootingPoint' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-ShootingPoint | Should -BeNullOrEmpty
    }

    It 'gives the committor over a variable, low near the first state and high near the last' {
        $points = $steps | Measure-ShootingPoint -Variable $x -State $states.Left, $states.Right -Bin 5
        $points.Trials | Should -Be @($steps | Where-Object ShootingFrame -NE $null).Count
        $points.Unfinished | Should -Be 0
        $points.Bins[0].Committor | Should -BeLessThan $points.Bins[-1].Committor
        ($points.Bins | Measure-Object Trials -Sum).Sum | Should -Be $points.Trials
        Get-OutputProblem Measure-ShootingPoint $points | Should -BeNullOrEmpty
        $points.Bins | Get-TableHeader | Should -Be 'Values', 'Points', 'Trials', 'Accepted', 'Counts', 'Committor', 'Error'
        $points.Points | Get-TableHeader | Should -Be 'Step', 'Values', 'Trials', 'Accepted', 'Counts', 'Committor', 'Error'
        $points | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'committor of B'
    }

    It 'gives a map of two variables from a run file with its rejected trials' {
        $file = "$TestDrive/run.molpath"
        $scheme | Start-PathSampling -System $s -Step 200 -Seed 1 -CompleteTrial -KeepRejected -Path $file | Measure-PathStatistic | Out-Null
        $v = New-CollectiveVariable -Velocity 0 -Name v
        $map = Import-PathSampling $file | Measure-ShootingPoint $x, $v $states.Left, $states.Right -BinCount 4
        $map.YEdges.Count | Should -Be 5
        $map.Trials | Should -Be ($steps | Measure-ShootingPoint $x $states.Left, $states.Right).Trials
        $map | Export-Plot "$TestDrive/map.svg" -Title Committor
        "$TestDrive/map.svg" | Should -Exist
    }

    It 'refuses a run file without its rejected trials' {
        $file = "$TestDrive/bare.molpath"
        $scheme | Start-PathSampling -System $s -Step 50 -Seed 1 -Path $file | Measure-PathStatistic | Out-Null
        $fault = Get-Fault { Import-PathSampling $file | Measure-ShootingPoint $x $states.Left, $states.Right }
        "$fault" | Should -BeLike '*-KeepRejected*'
    }

    It 'warns of trials that were given up early, and of no input' {
        $early = $scheme | Start-PathSampling -System $s -Step 200 -Seed 1
        $points = $early | Measure-ShootingPoint $x $states.Left, $states.Right -WarningVariable warnings -WarningAction SilentlyContinue
        $points.Unfinished | Should -BeGreaterThan 0
        "$warnings" | Should -BeLike '*-CompleteTrial*'
        @() | Measure-ShootingPoint $x $states.Left, $states.Right -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike 'No steps of path sampling*'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'one state'; script = { $steps | Measure-ShootingPoint $x $states.Left -ErrorAction Stop }; id = 'InvalidValue'; text = '*two states*' }
        @{ what = 'no bins'; script = { $steps | Measure-ShootingPoint $x $states.Left, $states.Right -BinCount 0 }; id = 'ParameterArgumentValidationError'; text = '*' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.MeasureShootingPointCommand"
        "$fault" | Should -BeLike $text
    }
}
