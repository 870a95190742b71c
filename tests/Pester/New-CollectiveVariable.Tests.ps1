BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'New-CollectiveVariable' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-CollectiveVariable | Should -BeNullOrEmpty
    }

    It 'defines <definition>' -ForEach @(
        @{ argument = @{ Distance = 0, 1 }; definition = 'distance(0, 1)'; dimension = 'Length' }
        @{ argument = @{ Angle = 0, 1, 2 }; definition = 'angle(0, 1, 2)'; dimension = 'Angle' }
        @{ argument = @{ Dihedral = 0, 1, 2, 3 }; definition = 'dihedral(0, 1, 2, 3)'; dimension = 'Angle' }
        @{ argument = @{ Coordinate = 0 }; definition = 'coordinate(0)'; dimension = 'Length' }
        @{ argument = @{ Velocity = 0 }; definition = 'v_coordinate(0)'; dimension = 'Velocity' }
    ) {
        $variable = New-CollectiveVariable @argument
        $variable.Name | Should -Be $definition
        $variable.Definition | Should -Be $definition
        $variable.Dimension | Should -Be $dimension
        Get-OutputProblem New-CollectiveVariable $variable | Should -BeNullOrEmpty
    }

    It 'keeps a name beside the definition' {
        New-CollectiveVariable -Distance 0, 1 -Name r | ForEach-Object { $_.Name, $_.Definition } | Should -Be 'r', 'distance(0, 1)'
    }

    It 'knows what a formula is made of, by name and from the pipeline' {
        $x, $y = 0, 1 | ForEach-Object { New-CollectiveVariable -Coordinate $_ -Name ('x', 'y')[$_] }
        $named = New-CollectiveVariable -Expression 'sqrt(x^2 + y^2)' -Variable $x, $y -Dimension Length -Name radius
        $piped = $x, $y | New-CollectiveVariable -Expression 'sqrt(x^2 + y^2)' -Dimension Length -Name radius
        $frame = New-ToySystem MuellerBrown -Start 3, 4 | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        ($frame | Get-CollectiveVariable $named, $piped).Value | Should -Be 5, 5
    }

    It 'knows that dihedral angles are periodic and that velocities turn round with time' {
        [math]::Abs((New-CollectiveVariable -Dihedral 0, 1, 2, 3).Period - 2 * [math]::PI) | Should -BeLessThan 1e-12
        (New-CollectiveVariable -Distance 0, 1).IsTimeReversible | Should -BeTrue
        (New-CollectiveVariable -Velocity 0).IsTimeReversible | Should -BeFalse
    }

    It 'reads numbers of formulas in a comma culture' {
        $frame = New-ToySystem DoubleWell -Start 2 | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        $value = Invoke-UnderCulture de-DE {
            $half = New-CollectiveVariable -Coordinate 0 -Name x | New-CollectiveVariable -Expression '0.5*x'
            ($frame | Get-CollectiveVariable $half).Value
        }
        $value | Should -Be 1
    }

    It 'completes dimensions' {
        Complete 'New-CollectiveVariable -Expression x -Dimension Len' | Should -Be 'Length'
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-CollectiveVariable -Distance 0, 0 }; id = 'InvalidValue'; text = 'Particle 0 is named twice' }
        @{ script = { New-CollectiveVariable -Distance -1, 0 }; id = 'InvalidValue'; text = 'number of a particle is -1; they are counted from 0' }
        @{ script = { New-CollectiveVariable -Coordinate 0, 5 }; id = 'InvalidValue'; text = 'axis is 5; expected 0 (x), 1 (y) or 2 (z)' }
        @{ script = { New-CollectiveVariable -Expression 'x + y' }; id = 'InvalidValue'; text = "Formula 'x + y', column 1*'x'" }
        @{ script = { New-CollectiveVariable -Coordinate 0 -Name x | New-CollectiveVariable -Expression 'x +' }; id = 'InvalidValue'; text = "Formula 'x +'" }
        @{ script = { New-CollectiveVariable }; id = 'AmbiguousParameterSet'; text = 'Parameter set' }
        @{ script = { New-CollectiveVariable -Distance 0, 1 -Angle 0, 1, 2 }; id = 'AmbiguousParameterSet'; text = 'Parameter set' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Variables.NewCollectiveVariableCommand"
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$fault" | Should -BeLike "*$text*"
        "$fault" | Should -Not -Match "`n|Parameter '"
    }

    It 'refuses a distance of one particle' {
        $fault = Get-Fault { New-CollectiveVariable -Distance 0 }
        $fault.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }
}
