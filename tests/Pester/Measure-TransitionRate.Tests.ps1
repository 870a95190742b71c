BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $s = Get-ToySystem
    $states = Get-ToyState
    $network = $states.Left, $states.Right | New-PathNetwork -Kind Tis -InterfaceValue -0.7, -0.6, -0.4
    $steps = @($network | New-MoveScheme | Start-PathSampling -System $s -Step 300 -Seed 1)
    $frames = @($s | Start-MolecularDynamics -Step 20000 -ReportInterval 1 -Seed 1)
}

Describe 'Measure-TransitionRate' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-TransitionRate | Should -BeNullOrEmpty
    }

    It 'counts in plain dynamics' {
        $rates = $frames | Measure-TransitionRate -State $states.Left, $states.Right -WarningAction SilentlyContinue
        $rates.Steps | Should -Be 20000
        $rates.Rates.Count | Should -Be 2
        $rates.Transitions.Count | Should -Be 0
        Get-OutputProblem Measure-TransitionRate $rates | Should -BeNullOrEmpty
        $all = $frames | Measure-TransitionRate -Network $network -WarningAction SilentlyContinue
        $all.Transitions[0].Interfaces.Count | Should -Be 3
        $all.Transitions[0].Flux.Value | Should -BeGreaterThan 0.08
    }

    It 'multiplies flux, crossing and ends of sampled paths' {
        $rate = $steps | Measure-TransitionRate -Flux 0.1 -Skip 50 -WarningAction SilentlyContinue
        $rate.Steps | Should -Be 250
        $rate.Skipped | Should -Be 50
        $t = $rate.Transitions[0]
        $expected = 0.1 * $t.CrossingProbability.Value * $t.Interfaces[2].Ends[1].Value
        [math]::Abs($rate.Rates[0].Rate / $expected - 1) | Should -BeLessThan 1e-9
        Get-OutputProblem Measure-TransitionRate $rate | Should -BeNullOrEmpty
    }

    It 'takes a flux as a number, as an estimate, and from plain dynamics' {
        $plain = $frames | Measure-TransitionRate -Network $network -WarningAction SilentlyContinue
        $number = $steps | Measure-TransitionRate -Flux $plain.Transitions[0].Flux.Value -WarningAction SilentlyContinue
        foreach ($flux in $plain, $plain.Transitions[0], $plain.Transitions[0].Flux) {
            $rate = $steps | Measure-TransitionRate -Flux $flux -WarningAction SilentlyContinue
            $rate.Rates[0].Rate | Should -Be $number.Rates[0].Rate
        }
        { $steps | Measure-TransitionRate -Flux 'much' } | Should -Throw -ErrorId '*,MolShell.Commands.Paths.MeasureTransitionRateCommand'
    }

    It 'takes the flux of minus paths without -Flux' {
        $t = ($steps | Measure-TransitionRate -WarningAction SilentlyContinue).Transitions[0]
        [math]::Abs($t.Flux.Value * ($t.InsideTime.Value + $t.OutsideTime.Value) - 1) | Should -BeLessThan 1e-9
    }

    It 'says that a short run knows no errors, and refuses sampling without interfaces' {
        $null = $steps | Measure-TransitionRate -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*too short*'
        $tps = New-PathNetwork $states.Left $states.Right | New-MoveScheme | Start-PathSampling -System $s -Step 3 -Seed 1
        (Get-Fault { $tps | Measure-TransitionRate }).Exception.Message | Should -BeLike '*no interfaces*'
        @() | Measure-TransitionRate -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*nothing to measure*'
    }

    It 'gives a record for each run, and running values with -Every' {
        $other = @($network | New-MoveScheme | Start-PathSampling -System $s -Step 100 -Seed 2)
        ($steps + $other | Measure-TransitionRate -Flux 1 -WarningAction SilentlyContinue).Steps | Should -Be 300, 100
        ($steps | Measure-TransitionRate -Flux 1 -Every 120 -WarningAction SilentlyContinue).Steps | Should -Be 120, 240, 300
    }

    It 'gives the same from the run file as from the run' {
        $file = Join-Path $TestDrive rates.molpath
        $live = $network | New-MoveScheme | Start-PathSampling -System $s -Step 1000 -Seed 3 -Path $file | Measure-TransitionRate -Flux 0.1 -WarningAction SilentlyContinue
        [double]::IsNaN($live.Rates[0].Rate) | Should -BeFalse
        $stored = Import-PathSampling $file | Measure-TransitionRate -Flux 0.1 -WarningAction SilentlyContinue
        $stored.Rates[0].Rate | Should -Be $live.Rates[0].Rate
        $stored.Transitions[0].Interfaces[1].Probability.Upper | Should -Be $live.Transitions[0].Interfaces[1].Probability.Upper
    }

    It 'has tables, and figures of rates and of crossing probabilities' {
        $rate = $steps | Measure-TransitionRate -Flux 0.1 -WarningAction SilentlyContinue
        $rate.Rates | Get-TableHeader | Should -Be 'From', 'To', 'Rate', 'StandardError', 'BootstrapError', 'IsConverged', 'Unit'
        $rate | Get-ViewText | Out-String | Should -Match 'A -> B|->'
        $rate | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'rate'
        $rate.Transitions[0] | Show-Plot -Ascii -Width 70 -Height 16 | Out-String | Should -Match 'crossing probability'
    }
}
