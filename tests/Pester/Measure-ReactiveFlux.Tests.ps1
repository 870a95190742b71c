BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $x = $states.Variable
    $s = Get-ToySystem
    $top = (New-ToySystem -Potential DoubleWell -Start 0).Start
}

Describe 'Measure-ReactiveFlux' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-ReactiveFlux | Should -BeNullOrEmpty
    }

    It 'gives the transmission coefficient, the same twice over and with any number of threads' {
        # 1.584(9)e-3 by a long run over 2.8826e-3 by transition-state theory.
        $flux = $s | Measure-ReactiveFlux -State $states.Left, $states.Right -Variable $x -From $top -TrialCount 4000 -Seed 1 -Device Cpu:1
        [math]::Abs($flux.Transmission.Value - 0.5495) | Should -BeLessThan (4 * $flux.Transmission.StandardError)
        [math]::Abs($flux.PositiveTransmission.Value - 0.5495) | Should -BeLessThan (4 * $flux.PositiveTransmission.StandardError)
        [double]::IsNaN($flux.Rate.Value) | Should -BeTrue
        $flux.Trials | Should -Be 4000
        Get-OutputProblem Measure-ReactiveFlux $flux | Should -BeNullOrEmpty
        $piped = $top | Measure-ReactiveFlux $states.Left, $states.Right $x -System $s -TrialCount 4000 -Seed 1 -Device Cpu:2
        $piped.Transmission.Value | Should -Be $flux.Transmission.Value
        $flux | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'transmission'
        $flux | Export-Plot "$TestDrive/flux.svg"
        "$TestDrive/flux.svg" | Should -Exist
    }

    It 'takes the density as a number or from a free energy, and frames near a value' {
        $hot = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
        $frames = @($hot | Start-MolecularDynamics -Step 40000 -ReportInterval 20 -Seed 1)
        $profile = $frames | Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 20 -WarningAction SilentlyContinue
        $given = @{ System = $hot; State = $states.Left, $states.Right; Variable = $x; Value = 0; Tolerance = 0.1; TrialCount = 2; Seed = 1 }
        $flux = $frames | Measure-ReactiveFlux @given -FreeEnergy $profile
        $flux.Points | Should -BeGreaterThan 10
        $flux.Points | Should -BeLessThan 400
        $number = $frames | Measure-ReactiveFlux @given -Density $profile.DensityOverBelow(0)
        $number.Rate.Value | Should -Be $flux.Rate.Value
        $flux.Rate.Value | Should -BeLessThan $flux.TransitionStateRate.Value
    }

    It 'warns of trajectories without an end, of a variable that leads back, and of no frames' {
        $none = $s | Measure-ReactiveFlux $states.Left, $states.Right $x -From $top -TrialCount 10 -MaximumLength 2 -Seed 1 -WarningVariable w -WarningAction SilentlyContinue
        $none.Unfinished | Should -Be 20
        "$w" | Should -BeLike '*reached no state*'
        $null = $s | Measure-ReactiveFlux $states.Right, $states.Left $x -From $top -TrialCount 500 -Seed 1 -WarningVariable w -WarningAction SilentlyContinue
        "$w" | Should -BeLike '*grows from the first state*'
        $s | Measure-ReactiveFlux $states.Left, $states.Right $x -From $top -Value 5 -Tolerance 1 -WarningVariable w -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$w" | Should -BeLike '*nothing to measure*'
        @() | Measure-ReactiveFlux $states.Left, $states.Right $x -System $s -WarningVariable w -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$w" | Should -BeLike '*nothing to measure*'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'frames in a state'; script = { $s | Measure-ReactiveFlux $states.Left, $states.Right $x -From (New-ToySystem DoubleWell -Start -1).Start -ErrorAction Stop }; text = '*is in the state A*' }
        @{ what = 'dynamics without velocities'; script = { $s | Measure-ReactiveFlux $states.Left, $states.Right $x -From $top -Integrator Overdamped -ErrorAction Stop }; text = '*needs velocities*' }
        @{ what = 'a tolerance without a value'; script = { $s | Measure-ReactiveFlux $states.Left, $states.Right $x -From $top -Tolerance 1 -ErrorAction Stop }; text = '*-Value*' }
        @{ what = 'three states'; script = { $s | Measure-ReactiveFlux $states.Left, $states.Right, $states.Left $x -From $top }; text = '*' }
    ) {
        "$(Get-Fault $script)" | Should -BeLike $text
    }

    It 'offers integrators' {
        Complete 'Measure-ReactiveFlux -Integrator Lang' | Should -Contain 'LangevinBaoab'
    }
}
