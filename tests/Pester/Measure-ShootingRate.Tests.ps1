BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $x = $states.Variable
    $region = New-StateVolume $x -Minimum -0.3 -Maximum 0.3 -Name S
    $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
    $frames = @($s | Start-MolecularDynamics -Step 50000 -ReportInterval 20 -Seed 1)
}

Describe 'Measure-ShootingRate' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-ShootingRate | Should -BeNullOrEmpty
    }

    It 'gives the rate from the frames of a run that are in the region, the same with any number of threads' {
        $inside = $frames.Where{ $region.Contains($_) }.Count
        $population = $inside / $frames.Where{ $states.Left.Contains($_) }.Count
        $given = @{ System = $s; State = $states.Left, $states.Right; Region = $region; Population = $population; Length = 200; TrialCount = 3; Seed = 1 }
        $rate = $frames | Measure-ShootingRate @given -Device Cpu:1
        $rate.Points | Should -Be $inside
        $rate.Trials | Should -Be (3 * $inside)
        $rate.Rate.Value | Should -BeGreaterThan 0
        [math]::Abs($rate.Rate.Value / ($rate.Frequency.Value * $population) - 1) | Should -BeLessThan 1e-9
        ($frames | Measure-ShootingRate @given -Device Cpu:2).Rate.Value | Should -Be $rate.Rate.Value
        Get-OutputProblem Measure-ShootingRate $rate | Should -BeNullOrEmpty
        $rate | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'correlation'
        $rate | Export-Plot "$TestDrive/shooting.svg"
        "$TestDrive/shooting.svg" | Should -Exist
    }

    It 'gives the frequency alone without a population' {
        $top = (New-ToySystem -Potential DoubleWell -Start 0).Start
        $rate = $s | Measure-ShootingRate $states.Left, $states.Right $region -From $top -Length 100 -TrialCount 50 -Seed 1
        [double]::IsNaN($rate.Rate.Value) | Should -BeTrue
        $rate.Frequency.Value | Should -BeGreaterThan 0
    }

    It 'warns where no frame is in the region' {
        $s | Measure-ShootingRate $states.Left, $states.Right $region -From $s.Start -Length 100 -WarningVariable w -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$w" | Should -BeLike '*nothing to measure*'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a fit without a line'; script = { $frames | Measure-ShootingRate $states.Left, $states.Right $region -System $s -Length 10 -FitFrom 9 }; text = '*fitted from frame 9*' }
        @{ what = 'a region of velocities'; script = { $frames | Measure-ShootingRate $states.Left, $states.Right (New-StateVolume (New-CollectiveVariable -Velocity 0) -Minimum 0) -System $s -Length 10 }; text = '*depends on velocities*' }
        @{ what = 'a population of none'; script = { $frames | Measure-ShootingRate $states.Left, $states.Right $region -System $s -Length 10 -Population 0 }; text = '*' }
    ) {
        "$(Get-Fault $script)" | Should -BeLike $text
    }
}
