BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $x = $states.Variable
    $v = New-CollectiveVariable -Velocity 0 -Name v
    $steps = @(New-PathNetwork $states.Left $states.Right | New-MoveScheme | Start-PathSampling -System (Get-ToySystem) -Step 20 -Seed 1)
}

Describe 'Measure-PathDensity' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-PathDensity | Should -BeNullOrEmpty
    }

    It 'gives fractions of paths over one variable' {
        $density = $steps | Measure-PathDensity $x -BinWidth 0.1
        $density.Steps | Should -Be 20
        $density.Variables | Should -Be 'x'
        @($density.Values).ForEach{ $_ | Should -BeGreaterOrEqual 0; $_ | Should -BeLessOrEqual 1 }
        Get-OutputProblem Measure-PathDensity $density | Should -BeNullOrEmpty
    }

    It 'gives a map of two variables' {
        $density = $steps | Measure-PathDensity -Variable $x, $v
        $density.Variables | Should -Be 'x', 'v'
        $density.YEdges.Count | Should -BeGreaterThan 1
        $density | Show-Plot -Ascii -Width 70 -Height 20 | Out-String | Should -Match 'fraction of paths'
    }

    It 'flows from a run file into a drawing' {
        Set-Location TestDrive:/
        try {
            New-PathNetwork $states.Left $states.Right | New-MoveScheme |
                Start-PathSampling -System (Get-ToySystem) -Step 10 -Seed 1 -Path run.molpath | Measure-PathStatistic | Out-Null
            Import-PathSampling run.molpath | Measure-PathDensity -Variable $x | Export-Plot density.svg
            'density.svg' | Should -Exist
        } finally {
            Set-Location $PSScriptRoot
        }
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a width of bins below 0'; script = { $steps | Measure-PathDensity $x -BinWidth -1 -ErrorAction Stop }; id = 'InvalidValue'; text = '*-1*' }
        @{ what = 'three variables'; script = { $steps | Measure-PathDensity $x, $x, $x }; id = 'ParameterArgumentValidationError'; text = '*' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.MeasurePathDensityCommand"
        "$fault" | Should -BeLike $text
    }

    It 'warns that nothing came, and gives nothing' {
        @() | Measure-PathDensity $x -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike 'No steps of path sampling*'
    }
}
