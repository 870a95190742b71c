BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $system = Get-ToySystem
    $barrier = (New-ToySystem -Potential DoubleWell -Start 0).Start
}

Describe 'Measure-Committor' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-Committor | Should -BeNullOrEmpty
    }

    It 'is one half on the barrier, within four standard errors' {
        $committor = $barrier | Measure-Committor $states.Left, $states.Right -System $system -TrialCount 2000 -Seed 1
        [Math]::Abs($committor.Value - 0.5) | Should -BeLessThan (4 * $committor.StandardError)
        $committor.Trials | Should -Be 2000
        $committor.Unfinished | Should -Be 0
        $committor.States | Should -Be 'A', 'B'
        ($committor.Counts | Measure-Object -Sum).Sum | Should -Be 2000
        Get-OutputProblem Measure-Committor $committor | Should -BeNullOrEmpty
    }

    It 'gives a record for each frame of a run, the same for the same seed on any number of threads' {
        $frames = @($system | Start-MolecularDynamics -Step 100 -ReportInterval 20 -Seed 2)
        $one = @($frames | Measure-Committor $states.Left, $states.Right -System $system -TrialCount 50 -StepsPerFrame 5 -Seed 3 -Device Cpu:1)
        $two = @($frames | Measure-Committor $states.Left, $states.Right -System $system -TrialCount 50 -StepsPerFrame 5 -Seed 3 -Device Cpu:2)
        $one.Count | Should -Be 5
        $two.Value | Should -Be $one.Value
        $one[4].Frame.Step | Should -Be 100
    }

    It 'runs any system' {
        $s = New-DoubleWellSystem -DimerCount 1
        $r = New-CollectiveVariable -Distance 0, 1
        $short, $long = (New-StateVolume $r -Maximum 1.2), (New-StateVolume $r -Minimum 1.25)
        $committor = $s.Start | Measure-Committor $short, $long -System $s -TrialCount 3 -StepsPerFrame 10 -Seed 1
        $committor.Trials | Should -Be 3
    }

    It 'tells of trials given up' {
        $committor = $barrier | Measure-Committor $states.Left, $states.Right -System $system -TrialCount 10 -MaximumLength 1 -Seed 1
        $committor.Unfinished | Should -Be 10
        [double]::IsNaN($committor.Value) | Should -BeTrue
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'one state'; script = { $barrier | Measure-Committor $states.Left -System $system }; id = 'InvalidValue'; text = '*two states*' }
        @{ what = 'no trials'; script = { $barrier | Measure-Committor $states.Left, $states.Right -System $system -TrialCount 0 }; id = 'ParameterArgumentValidationError'; text = '*' }
        @{ what = 'a frame of another system'; script = { (New-DoubleWellSystem).Start | Measure-Committor $states.Left, $states.Right -System $system }; id = 'InvalidValue'; text = '*particles*' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.MeasureCommittorCommand"
        "$fault" | Should -BeLike $text
    }

    It 'takes the system from the pipeline and the frames of a path from -From' {
        $s = Get-ToySystem
        $states = Get-ToyState
        $path = New-PathNetwork $states.Left $states.Right | New-MoveScheme | Start-PathSampling -System $s -Step 3 -Seed 1 | Select-Object -Last 1
        $found = @($s | Measure-Committor -State $states.Left, $states.Right -Shot 20 -From $path -Seed 1)
        $found.Count | Should -Be $path.PathLength
        $found[0].Value | Should -Be 0
        $found[-1].Value | Should -Be 1
        $piped = @($path.Trajectory | Measure-Committor -System $s -State $states.Left, $states.Right -TrialCount 20 -Seed 1)
        "$($piped.Value)" | Should -Be "$($found.Value)"
    }
}
