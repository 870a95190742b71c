BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'New-ToySystem' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-ToySystem | Should -BeNullOrEmpty
    }

    It 'builds <_> by position, with dynamics of its own' -ForEach @(
        'DoubleWell', 'TwoWells', 'ThreeStates', 'Triangle', 'MuellerBrown', 'EntropicSwitch', 'Harmonic'
    ) {
        $system = New-ToySystem $_
        $system.ParticleCount | Should -Be 1
        $system.Integrator.Kind | Should -Be 'LangevinBaoab'
        @($system | Start-MolecularDynamics 10 -ReportInterval 10 -Seed 1).Count | Should -Be 1
        Get-OutputProblem New-ToySystem $system | Should -BeNullOrEmpty
    }

    It 'takes what it is told about the dynamics' {
        $integrator = (New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02).Integrator
        $integrator.Temperature, $integrator.Friction, $integrator.TimeStep | Should -Be 0.2, 2.5, 0.02
    }

    It 'takes an equation of motion by name and as an object' {
        (New-ToySystem DoubleWell -Integrator Overdamped).Integrator.Kind | Should -Be 'Overdamped'
        $integrator = New-Integrator LangevinBaoab -TimeStep 0.01 -Friction 3
        (New-ToySystem DoubleWell -Integrator $integrator -Friction 4).Integrator |
            ForEach-Object { $_.TimeStep, $_.Friction } | Should -Be 0.01, 4
    }

    It 'builds a sum of Gaussians from hashtables, keys in any case' {
        $left = @{ amplitude = -1; CENTER = -0.5, 0; Alpha = 12 }
        $system = New-ToySystem Gaussians -Gaussian $left, @{ Amplitude = -2; Center = 0.5, 0; Alpha = 12, 0.5 } -WallStrength 0 -Start -0.5, 0
        # At the centre of the first: -1, and the tail of the second, -2 exp(-12).
        (Measure-PotentialEnergy -System $system).PotentialEnergy | Should -BeGreaterThan (-1 - 2.1 * [math]::Exp(-12))
        (Measure-PotentialEnergy -System $system).PotentialEnergy | Should -BeLessThan (-1 - 1.9 * [math]::Exp(-12))
    }

    It 'scales the potential' {
        $energy = 1, 3 | ForEach-Object { (New-ToySystem DoubleWell -Scale $_ -Start 0 | Measure-PotentialEnergy).PotentialEnergy }
        $energy | Should -Be 1, 3
    }

    It 'completes <line>' -ForEach @(
        @{ line = 'New-ToySystem -Potential M'; expected = 'MuellerBrown' }
        @{ line = 'New-ToySystem T'; expected = 'ThreeStates', 'Triangle', 'TwoWells' }
        @{ line = 'New-ToySystem DoubleWell -Integrator L'; expected = 'LangevinBaoab' }
    ) {
        Complete $line | Should -Be $expected
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-ToySystem Foo }; id = 'CannotConvertArgumentNoMessage'; text = 'DoubleWell, TwoWells' }
        @{ script = { New-ToySystem Harmonic -Mass -1 }; id = 'InvalidValue'; text = 'Mass is -1; expected a positive' }
        @{ script = { New-ToySystem DoubleWell -Start NaN }; id = 'InvalidValue'; text = 'Particle 0 has the position (NaN, 0, 0); expected finite' }
        @{ script = { New-ToySystem DoubleWell -Start 1, 2 }; id = 'InvalidValue'; text = '(1, 2, 0); in 1 dimension' }
        @{ script = { New-ToySystem Gaussians }; id = 'InvalidValue'; text = 'at least one Gaussian' }
        @{ script = { New-ToySystem Gaussians -Gaussian @{ Amplitude = 1 } }; id = 'InvalidValue'; text = 'no entry Center' }
        @{ script = { New-ToySystem Gaussians -Gaussian @{ Amp = 1 } }; id = 'InvalidValue'; text = "entry 'Amp'; expected Amplitude, Center, Alpha" }
        @{ script = { New-ToySystem Gaussians -Gaussian @{ Amplitude = 'x'; Center = 0; Alpha = 1 } }; id = 'InvalidValue'; text = "Amplitude of a Gaussian is 'x'" }
        @{ script = { New-ToySystem DoubleWell -Gaussian @{ Amplitude = 1; Center = 0; Alpha = 1 } }; id = 'InvalidValue'; text = 'not for DoubleWell' }
        @{ script = { New-ToySystem DoubleWell -Dimension 2 }; id = 'InvalidValue'; text = 'not for DoubleWell' }
        @{ script = { New-ToySystem DoubleWell -Temperature '300 K' }; id = 'InvalidValue'; text = "'300 K' has a unit, but this system has reduced units" }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Systems.NewToySystemCommand"
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$fault" | Should -BeLike "*$text*"
    }
}
