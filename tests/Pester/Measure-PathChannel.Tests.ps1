BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $steps = @(New-PathNetwork $states.Left $states.Right | New-MoveScheme | Start-PathSampling -System (Get-ToySystem) -Step 60 -Seed 1)
    $x = New-CollectiveVariable -Coordinate 0
    $far = New-StateVolume $x -Minimum 0.75 -Name far
    $mid = New-StateVolume $x -Minimum -0.1 -Maximum 0.1 -Name mid
}

Describe 'Measure-PathChannel' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-PathChannel | Should -BeNullOrEmpty
    }

    It 'tells the part of the paths in each channel' {
        $channel = $steps | Measure-PathChannel $far, $mid
        ($channel.Fractions | Measure-Object -Sum).Sum | Should -BeGreaterThan 0.999999
        $channel.Steps | Should -Be 60
        "$($channel.Channels)" | Should -Match 'mid'
        Get-OutputProblem Measure-PathChannel $channel | Should -BeNullOrEmpty
        $channel | Show-Plot -Ascii -Width 70 -Height 12 | Out-String | Should -Match 'mid'
    }

    It 'refuses channels of one name, and warns where nothing came' {
        (Get-Fault { $steps[0] | Measure-PathChannel $far, $far }).Exception.Message | Should -BeLike '*different names*'
        @() | Measure-PathChannel $far -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*nothing to measure*'
    }
}
