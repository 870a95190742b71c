BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'New-DoubleWellSystem' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-DoubleWellSystem | Should -BeNullOrEmpty
    }

    It 'gives the published dimer when nothing is said' {
        $system = New-DoubleWellSystem
        $system.ParticleCount | Should -Be 216
        $system.Units.Name | Should -Be 'Reduced'
        $system.Topology.Bonds.Count | Should -Be 1
        $system.Integrator.TimeStep | Should -Be 0.004
        $system.Integrator.Temperature | Should -Be 0.824
        $system.Integrator.Friction | Should -Be 1
        216 / $system.Box.Volume | Should -BeGreaterThan 0.95999
        216 / $system.Box.Volume | Should -BeLessThan 0.96001
    }

    It 'joins two particles a dimer' {
        (New-DoubleWellSystem -DimerCount 3).Topology.Bonds.ForEach{ "$($_.I)-$($_.J)" } | Should -Be '0-1', '2-3', '4-5'
        (New-DoubleWellSystem -DimerCount 0).Topology.Bonds.Count | Should -Be 0
    }

    It 'joins the particles of a chain one to the next' {
        $chain = New-DoubleWellSystem -ChainLength 4 -ParticleCount 216 -Density 0.96
        $chain.Topology.Bonds.ForEach{ "$($_.I)-$($_.J)" } | Should -Be '0-1', '1-2', '2-3'
    }

    It 'takes quantities with units and a comma culture alike' {
        $reference = New-DoubleWellSystem -UnitSystem Gromacs -Temperature 110.5 -TimeStep 0.002
        foreach ($culture in 'en-US', 'de-DE') {
            $system = Invoke-UnderCulture $culture {
                New-DoubleWellSystem -UnitSystem Gromacs -Temperature '110.5 K' -TimeStep '2 fs'
            }
            $system.Integrator.Temperature | Should -Be $reference.Integrator.Temperature
            $system.Integrator.TimeStep | Should -Be $reference.Integrator.TimeStep
        }
    }

    It 'gives the same start for the same seed, and another for another' {
        $one, $same, $other = 1, 1, 2 | ForEach-Object { (New-DoubleWellSystem -Seed $_).Start.Positions[0].X }
        $same | Should -Be $one
        $other | Should -Not -Be $one
    }

    It 'reproduces openmmtools with its defects on request' {
        $system = New-DoubleWellSystem -OpenMMToolsCompatible
        $system.Units.Name | Should -Be 'Gromacs'
        $system.Box.Volume | Should -Not -Be (New-DoubleWellSystem -UnitSystem Gromacs).Box.Volume
        ($system | Measure-PotentialEnergy).PotentialEnergy | Should -BeGreaterThan 2.3e7
        ($system | Invoke-EnergyMinimization | Measure-PotentialEnergy).PotentialEnergy | Should -BeLessThan 10
    }

    It 'knows the name MinimumDistance for CompactLength' {
        (Get-Command New-DoubleWellSystem).Parameters.CompactLength.Aliases | Should -Contain 'MinimumDistance'
    }

    It 'shows well' {
        Get-OutputProblem New-DoubleWellSystem (New-DoubleWellSystem -ChainLength 4) | Should -BeNullOrEmpty
        New-DoubleWellSystem | Get-TableHeader | Should -Be 'Name', 'Particles', 'Units', 'Box'
    }

    It 'completes <line>' -ForEach @(
        @{ line = 'New-DoubleWellSystem -UnitSystem '; expected = 'Reduced', 'Gromacs', 'Real', 'Metal', 'Atomic' }
        @{ line = 'New-DoubleWellSystem -UnitSystem g'; expected = 'Gromacs' }
        @{ line = 'New-DoubleWellSystem -Chain'; expected = '-ChainLength' }
    ) {
        Complete $line | Should -Be $expected
    }

    It 'refuses a chain of <_>' -ForEach 1, 0, -3 {
        $fault = Get-Fault { New-DoubleWellSystem -ChainLength $_ }
        $fault.FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
        "$fault" | Should -BeLike "*'ChainLength'*$_*minimum allowed range of 2*"
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-DoubleWellSystem -Mass -1 }; id = 'InvalidValue'; text = 'Mass is -1; expected a positive' }
        @{ script = { New-DoubleWellSystem -ParticleCount -5 }; id = 'InvalidValue'; text = 'ParticleCount is -5; expected at least 1' }
        @{ script = { New-DoubleWellSystem -DimerCount 109 }; id = 'InvalidValue'; text = 'DimerCount is 109; 216 particles make 0 to 108 dimers' }
        @{ script = { New-DoubleWellSystem -Density 0 }; id = 'InvalidValue'; text = 'Density is 0; expected a positive' }
        @{ script = { New-DoubleWellSystem -Density NaN }; id = 'InvalidValue'; text = 'Density is NaN; expected a positive finite' }
        @{ script = { New-DoubleWellSystem -TimeStep 0 }; id = 'InvalidValue'; text = 'TimeStep is 0; expected a positive' }
        @{ script = { New-DoubleWellSystem -Temperature '300 K' }; id = 'InvalidValue'; text = "'300 K' has a unit, but this system has reduced units" }
        @{ script = { New-DoubleWellSystem -UnitSystem Real -Temperature '3 nm' }; id = 'InvalidValue'; text = "'3 nm' is a length; expected a temperature" }
        @{ script = { New-DoubleWellSystem -Temperature '300 furlong' }; id = 'CannotConvertArgumentNoMessage'; text = "Unknown unit 'furlong'*Angstrom" }
        @{ script = { New-DoubleWellSystem -Temperature hot }; id = 'CannotConvertArgumentNoMessage'; text = "'hot' is not a quantity*300 K" }
        @{ script = { New-DoubleWellSystem -UnitSystem SI }; id = 'CannotConvertArgumentNoMessage'; text = "Unknown unit system 'SI'*Reduced, Gromacs, Real, Metal, Atomic" }
        @{ script = { New-DoubleWellSystem -Nonsense 1 }; id = 'NamedParameterNotFound'; text = 'Nonsense' }
        @{ script = { New-DoubleWellSystem -DimerCount two }; id = 'CannotConvertArgumentNoMessage'; text = 'two' }
        @{ script = { New-DoubleWellSystem -DimerCount 1 -ChainLength 3 }; id = 'AmbiguousParameterSet'; text = 'Parameter set' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Systems.NewDoubleWellSystemCommand"
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$fault" | Should -BeLike "*$text*"
    }
}
