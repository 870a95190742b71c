BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $system = Get-ToySystem
}

Describe 'Invoke-InterfacePlacement' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Invoke-InterfacePlacement | Should -BeNullOrEmpty
    }

    It 'places interfaces that a network takes' {
        $placed = $system | Invoke-InterfacePlacement $states.Left $states.Right -ExcursionCount 50 -Step 50 -Seed 1
        $placed.InterfaceValue.Count | Should -BeGreaterThan 1
        $placed.InterfaceValue[0] | Should -Be -0.7
        $placed.Paths.Count | Should -Be $placed.Count
        $placed.TotalProbability | Should -BeGreaterThan 0
        Get-OutputProblem Invoke-InterfacePlacement $placed | Should -BeNullOrEmpty
        $network = $states.Left, $states.Right | New-PathNetwork -Kind Tis -InterfaceValue $placed.InterfaceValue
        $network.Transitions[0].Ensembles.Count | Should -Be $placed.Count
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a variable without a first interface'; script = { $system | Invoke-InterfacePlacement $states.Left $states.Right -InterfaceVariable $states.Variable }; id = 'InvalidValue'; text = '*-InterfaceValue*' }
        @{ what = 'a probability of one'; script = { $system | Invoke-InterfacePlacement $states.Left $states.Right -CrossingProbability 1 }; id = 'ParameterArgumentValidationError'; text = '*' }
        @{ what = 'an interface inside the state'; script = { $system | Invoke-InterfacePlacement $states.Left $states.Right -InterfaceValue -0.9 }; id = 'InvalidValue'; text = '*inside the state*' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.InvokeInterfacePlacementCommand"
        "$fault" | Should -BeLike $text
    }
}
