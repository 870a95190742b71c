BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'New-CrystalSystem' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-CrystalSystem | Should -BeNullOrEmpty
    }

    It 'puts <count> particles into a cell of <lattice>' -ForEach @(
        @{ lattice = 'SimpleCubic'; count = 1 }
        @{ lattice = 'Bcc'; count = 2 }
        @{ lattice = 'Fcc'; count = 4 }
        @{ lattice = 'Hcp'; count = 4 }
        @{ lattice = 'Diamond'; count = 8 }
    ) {
        $system = New-CrystalSystem $lattice 2, 1, 3 -Density 1
        $system.ParticleCount | Should -Be (6 * $count)
        [math]::Abs($system.Box.Volume - 6 * $count) | Should -BeLessThan 1e-9
        Get-OutputProblem New-CrystalSystem $system | Should -BeNullOrEmpty
    }

    It 'binds lattice and repeat by position, and one repeat for all axes' {
        (New-CrystalSystem Fcc 3 -Density 1).ParticleCount | Should -Be 108
        (New-CrystalSystem Fcc -LatticeConstant 1.5).ParticleCount | Should -Be 4
    }

    It 'knows elements and units' {
        $silicon = New-CrystalSystem Diamond 2, 2, 2 -LatticeConstant '5.431 Angstrom' -Element Si -UnitSystem Metal
        $silicon.Units.Name | Should -Be 'Metal'
        $silicon.Topology.TypeNames | Should -Be 'Si'
        [math]::Abs($silicon.Topology.Masses[0] - 28.085) | Should -BeLessThan 0.01
        [math]::Abs($silicon.Box.A.X - 10.862) | Should -BeLessThan 1e-9
        (New-CrystalSystem Diamond 2 -LatticeConstant '5.431 Angstrom' -Element Si -UnitSystem Gromacs).Box.A.X |
            Should -BeLessThan 1.09
    }

    It 'displaces by the seed' {
        $x = 1, 1, 2 | ForEach-Object { (New-CrystalSystem Fcc 1 -Density 1 -Noise 0.1 -Seed $_).Start.Positions[2].X }
        $x[1] | Should -Be $x[0]
        $x[2] | Should -Not -Be $x[0]
    }

    It 'reads numbers in a comma culture' {
        (Invoke-UnderCulture de-DE { New-CrystalSystem Fcc 1 -LatticeConstant '1.5' }).Box.A.X | Should -Be 1.5
    }

    It 'completes <line>' -ForEach @(
        @{ line = 'New-CrystalSystem '; expected = 'Bcc', 'Diamond', 'Fcc', 'Hcp', 'SimpleCubic' }
        @{ line = 'New-CrystalSystem -UnitSystem M'; expected = 'Metal' }
    ) {
        Complete $line | Should -Be $expected
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-CrystalSystem Fcc 3 -Density 1 -LatticeConstant 1 }; id = 'AmbiguousParameterSet'; text = 'Parameter set' }
        @{ script = { New-CrystalSystem Fcc 3 -Density -1 }; id = 'InvalidValue'; text = 'Density is -1; expected a positive' }
        @{ script = { New-CrystalSystem Fcc 3 -LatticeConstant 5 -Mass -2 }; id = 'InvalidValue'; text = 'Mass is -2; expected a positive' }
        @{ script = { New-CrystalSystem Fcc 1, 2 -Density 1 }; id = 'InvalidValue'; text = 'one number, or three' }
        @{ script = { New-CrystalSystem Fcc 3 -LatticeConstant 5 -Element Xx -UnitSystem Metal }; id = 'InvalidValue'; text = "'Xx' is not an element" }
        @{ script = { New-CrystalSystem Fcc 3 -LatticeConstant '5 furlong' }; id = 'CannotConvertArgumentNoMessage'; text = "Unknown unit 'furlong'" }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Systems.NewCrystalSystemCommand"
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$fault" | Should -BeLike "*$text*"
    }

    It 'refuses a repeat of 0' {
        (Get-Fault { New-CrystalSystem Fcc 0 -Density 1 }).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }
}
