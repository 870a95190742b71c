BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $steps = @(New-PathNetwork $states.Left $states.Right | New-MoveScheme -Reversal |
        Start-PathSampling -System (Get-ToySystem) -Step 100 -Seed 1)
}

Describe 'Measure-PathStatistic' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-PathStatistic | Should -BeNullOrEmpty
    }

    It 'counts what the steps say' {
        $statistic = $steps | Measure-PathStatistic
        $statistic.Steps | Should -Be 100
        ($statistic.Movers | Measure-Object Trials -Sum).Sum | Should -Be 100
        ($statistic.Movers | Measure-Object Accepted -Sum).Sum | Should -Be @($steps | Where-Object Accepted).Count
        [math]::Abs($statistic.MeanPathLength - ($steps | Measure-Object PathLength -Average).Average) | Should -BeLessThan 1e-9
        Get-OutputProblem Measure-PathStatistic $statistic | Should -BeNullOrEmpty
    }

    It 'has a table of the movers with percentages' {
        $movers = ($steps | Measure-PathStatistic).Movers
        $movers | Get-TableHeader | Should -Be 'Mover', 'Ensemble', 'Trials', 'Accepted', 'Acceptance', 'Error', 'MeanTrial'
        @($movers | Get-ViewText -Width 80)[1] | Should -Match '^[- ]+$'
        @($movers | Get-ViewText)[2] | Should -Match '\d %|\d%'
    }

    It 'gives running summaries with -Every, and the whole at the end' {
        ($steps | Measure-PathStatistic -Every 40).Steps | Should -Be 40, 80, 100
        ($steps | Measure-PathStatistic -Every 50).Steps | Should -Be 50, 100
    }

    It 'can be drawn' {
        $statistic = $steps | Measure-PathStatistic
        $statistic | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'OneWayShooting'
        $statistic.Lengths | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'length'
    }

    It 'has lengths and decorrelation of each ensemble, and decorrelation of each replica' {
        $net = $states.Left, $states.Right | New-PathNetwork -Kind Tis -InterfaceValue -0.7, -0.6, -0.5
        $statistic = $net | New-MoveScheme | Start-PathSampling -System (Get-ToySystem) -Step 200 -Seed 1 | Measure-PathStatistic
        $first = $statistic.Ensembles[0]
        [math]::Abs(($first.Lengths.Counts | Measure-Object -Sum).Sum - $first.Weight) | Should -BeLessThan 1e-6
        $first.Decorrelation.Paths | Should -BeGreaterThan 0
        $statistic.Replicas.Replica | Should -Be (0..($statistic.Replicas.Count - 1))
        $statistic.Replicas | Get-TableHeader | Should -Be 'Replica', 'Decorrelated', 'FirstStep', 'StepsPerPath'
        $first | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'Path lengths of'
        $first | Export-Plot "$TestDrive/lengths.svg"
        "$TestDrive/lengths.svg" | Should -Exist
    }

    It 'warns that nothing came, as from a resumed run that was at its end, and refuses what is no step' {
        @() | Measure-PathStatistic -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike 'No steps of path sampling*'
        (Get-Fault { 5 | Measure-PathStatistic -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
    }
}
