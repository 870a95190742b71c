BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $steps = @(New-PathNetwork $states.Left $states.Right | New-MoveScheme | Start-PathSampling -System (Get-ToySystem) -Step 60 -Seed 1)
}

Describe 'Get-PathTree' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-PathTree | Should -BeNullOrEmpty
    }

    It 'has a branch for each accepted path' {
        $tree = $steps | Get-PathTree
        $tree.Steps | Should -Be 60
        $tree.Generations | Should -Be @($steps | Select-Object -Skip 1 | Where-Object Accepted).Count
        $tree.Surviving | Should -BeLessThan 1
        Get-OutputProblem Get-PathTree $tree | Should -BeNullOrEmpty
        $tree.Branches | Get-TableHeader | Should -Be 'Generation', 'Step', 'Mover', 'Start', 'Length', 'New', 'FromFirst'
    }

    It 'can be drawn' {
        $steps | Get-PathTree | Show-Plot -Ascii -Width 70 -Height 16 | Out-String | Should -Match 'Path tree'
        $steps | Get-PathTree | Export-Plot (Join-Path $TestDrive tree.svg)
        Join-Path $TestDrive tree.svg | Should -FileContentMatch 'shooting point'
    }

    It 'refuses an ensemble that the run lacks, and warns where nothing came' {
        (Get-Fault { $steps | Get-PathTree nowhere -WarningAction SilentlyContinue }).Exception.Message | Should -BeLike '*no ensemble nowhere*'
        @() | Get-PathTree -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike '*no tree*'
    }
}
