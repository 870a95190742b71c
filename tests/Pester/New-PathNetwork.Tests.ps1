BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $left, $right = $states.Left, $states.Right
}

Describe 'New-PathNetwork' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-PathNetwork | Should -BeNullOrEmpty
    }

    It 'leads from initial to final states, by name and by position' {
        $named = New-PathNetwork -Kind Tps -Initial $left -Final $right
        $named.InitialStates.Name | Should -Be 'A'
        $named.FinalStates.Name | Should -Be 'B'
        $named.Ensembles.Name | Should -Be 'A -> B'
        (New-PathNetwork $left $right).Ensembles.Name | Should -Be 'A -> B'
        Get-OutputProblem New-PathNetwork $named | Should -BeNullOrEmpty
    }

    It 'leads between any states of the pipeline' {
        $network = $left, $right | New-PathNetwork
        $network.InitialStates.Name | Should -Be 'A', 'B'
        $network.FinalStates.Name | Should -Be 'A', 'B'
    }

    It 'takes a length where it is needed' {
        ($left, $right | New-PathNetwork -Kind FixedLength -Length 150).Ensembles.Definition | Should -BeLike '*150*'
    }

    It 'completes kinds' {
        @(Complete 'New-PathNetwork -Kind T') | Should -Be 'Tis', 'Tps'
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-PathNetwork $left $right -Length 10 }; id = 'InvalidValue'; text = '-Length' }
        @{ script = { New-PathNetwork -Kind FixedLength $left $right }; id = 'InvalidValue'; text = 'needs -Length' }
        @{ script = { New-PathNetwork $left $left }; id = 'InvalidValue'; text = 'A' }
        @{ script = { New-PathNetwork -Kind Foo $left $right }; id = 'CannotConvertArgumentNoMessage'; text = 'Tps' }
        @{ script = { $left | New-PathNetwork }; id = 'InvalidValue'; text = 'A' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.NewPathNetworkCommand"
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$fault" | Should -BeLike "*$text*"
    }
}
