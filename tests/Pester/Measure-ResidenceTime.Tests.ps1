BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
    $frames = @($s | Start-MolecularDynamics -Step 50000 -ReportInterval 5 -Seed 1)
}

Describe 'Measure-ResidenceTime' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-ResidenceTime | Should -BeNullOrEmpty
    }

    It 'gives a record for each state' {
        $times = @($frames | Measure-ResidenceTime -State $states.Left, $states.Right)
        $times.State | Should -Be 'A', 'B'
        $times[0].Stays | Should -BeGreaterThan 100
        Get-OutputProblem Measure-ResidenceTime $times | Should -BeNullOrEmpty
    }

    It 'gives the inverse of the rate as the mean of last-visited stays, but for the cut one' {
        $times = @($frames | Measure-ResidenceTime $states.Left, $states.Right -Kind LastVisited)
        $rates = $frames | Measure-TransitionRate -State $states.Left, $states.Right -WarningAction SilentlyContinue
        [math]::Abs($times[1].Mean * $rates.Rates[1].Rate - 1) | Should -BeLessThan 0.1
        $times[0].Probability | Should -BeGreaterThan 0.01
        [math]::Abs($times[0].Variation - 1) | Should -BeLessThan 0.5
    }

    It 'joins stays over short absences, as a time or as text' {
        $whole = $frames | Measure-ResidenceTime $states.Left
        $joined = $frames | Measure-ResidenceTime $states.Left -Kind Intermittent -Absence 2
        $joined.Stays | Should -BeLessThan $whole.Stays
        $joined.Mean | Should -BeGreaterThan $whole.Mean
        $joined.Absence | Should -Be 2
    }

    It 'can be drawn' {
        $time = $frames | Measure-ResidenceTime $states.Left
        $time | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'exponential'
        $time | Export-Plot "$TestDrive/stays.svg"
        "$TestDrive/stays.svg" | Should -Exist
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'last-visited stays in one state'; script = { $frames[0..2] | Measure-ResidenceTime $states.Left -Kind LastVisited }; text = '*at least 2 states*' }
        @{ what = 'an absence of continuous stays'; script = { $frames[0..2] | Measure-ResidenceTime $states.Left -Absence 1 }; text = '*absence is 1*' }
        @{ what = 'one frame'; script = { $frames[0] | Measure-ResidenceTime $states.Left }; text = '*two frames*' }
    ) {
        "$(Get-Fault $script)" | Should -BeLike $text
    }

    It 'warns that nothing came' {
        @() | Measure-ResidenceTime $states.Left -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*nothing to measure*'
    }
}
