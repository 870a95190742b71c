BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
}

Describe 'New-PathEnsemble' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-PathEnsemble | Should -BeNullOrEmpty
    }

    It 'describes transitions, by name and by position' {
        $named = New-PathEnsemble -Transition -Initial $states.Left -Final $states.Right
        $positional = New-PathEnsemble -Transition $states.Left $states.Right
        $named.Name | Should -Be 'A -> B'
        $positional.Definition | Should -Be $named.Definition
        Get-OutputProblem New-PathEnsemble $named | Should -BeNullOrEmpty
    }

    It 'describes transitions of a length' {
        (New-PathEnsemble -Transition $states.Left $states.Right -Length 200).Definition | Should -BeLike '*200*'
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-PathEnsemble -Transition $states.Left $states.Right -Length 2 }; id = 'ParameterArgumentValidationError'; text = '2' }
        @{ script = { New-PathEnsemble -Transition -Initial 5 -Final $states.Right }; id = 'CannotConvertArgumentNoMessage'; text = 'StateVolume' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.NewPathEnsembleCommand"
        "$fault" | Should -BeLike "*$text*"
    }
}
