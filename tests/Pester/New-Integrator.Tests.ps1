BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'New-Integrator' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-Integrator | Should -BeNullOrEmpty
    }

    It 'describes <_>, and systems can be run with it' -ForEach 'VelocityVerlet', 'LangevinBaoab', 'Overdamped', 'NoseHoover', 'VelocityRescaling' {
        $integrator = New-Integrator $_
        $integrator.Kind | Should -Be $_
        Get-OutputProblem New-Integrator $integrator | Should -BeNullOrEmpty
        @(Get-ToySystem | Start-MolecularDynamics 4 -ReportInterval 2 -Integrator $integrator -Seed 1).Count | Should -Be 2
    }

    It 'keeps quantities as they were written' {
        $row = New-Integrator LangevinBaoab -TimeStep '2 fs' -Temperature '300 K' -Friction '1 1/ps' | Get-ViewText
        $row[2] | Should -Match 'LangevinBaoab\s+2 fs\s+300 K\s+1 1/ps'
    }

    It 'describes baths of heat and pressure' {
        $integrator = New-Integrator NoseHoover -CouplingTime '0.5 ps' -ChainLength 4 -Pressure '1 bar' -Compressibility '4.5e-5 1/bar' `
            -PressureCouplingTime '2 ps' -PressureInterval 5 -PressureCoupling SemiIsotropic -CenterOfMassInterval 20
        ($integrator | Get-ViewText)[2] | Should -Match '^NoseHoover\s+0.5 ps\s+1 bar$'
        $list = ($integrator | Get-ViewText -List) -replace '\s+', ' '
        $list | Should -Contain 'ChainLength : 4'
        $list | Should -Contain 'Compressibility : 4.5E-05 1/bar'
        $list | Should -Contain 'PressureCoupling : SemiIsotropic'
        Complete 'New-Integrator NoseHoover -PressureCoupling ' | Should -Be 'Anisotropic', 'Isotropic', 'SemiIsotropic'
    }

    It 'keeps temperature and pressure of a liquid' {
        $liquid = New-CrystalSystem Fcc 3 -Density 0.8 | Add-SystemForce -Pair LennardJones
        $npt = New-Integrator VelocityRescaling -TimeStep 0.004 -Temperature 1 -Pressure 5 -Compressibility 0.1 -PressureInterval 2
        $frames = @($liquid | Start-MolecularDynamics 200 -ReportInterval 100 -Integrator $npt -Seed 1 -IncludeStart)
        [math]::Abs($frames[0].Volume - 135) | Should -BeLessThan 1e-9
        $frames[2].Volume | Should -Not -Be $frames[1].Volume
        $frames[2].DegreesOfFreedom | Should -Be 321
        [math]::Abs($frames[2].ConservedEnergy - $frames[1].ConservedEnergy) | Should -BeLessThan 1
    }

    It 'leaves to the system what it does not say' {
        $frame = Get-ToySystem | Start-MolecularDynamics 10 -ReportInterval 10 -Integrator VelocityVerlet -Seed 1
        $frame.Time | Should -Be 0.2
    }

    It 'converts units to those of the system it is used for' {
        $dimer = New-DoubleWellSystem -UnitSystem Gromacs
        $integrator = New-Integrator LangevinBaoab -TimeStep '2 fs'
        $frame = $dimer | Start-MolecularDynamics 10 -ReportInterval 10 -Integrator $integrator -Seed 1
        [math]::Abs($frame.Time - 0.02) | Should -BeLessThan 1e-12
    }

    It 'completes kinds' {
        Complete 'New-Integrator ' | Should -Be 'LangevinBaoab', 'NoseHoover', 'Overdamped', 'VelocityRescaling', 'VelocityVerlet'
    }

    It 'refuses an unknown kind by naming the known ones' {
        $fault = Get-Fault { New-Integrator Foo }
        $fault.FullyQualifiedErrorId | Should -Be 'CannotConvertArgumentNoMessage,MolShell.Commands.Dynamics.NewIntegratorCommand'
        "$fault" | Should -BeLike '*VelocityVerlet, LangevinBaoab, Overdamped, NoseHoover, VelocityRescaling*'
    }

    It 'refuses a value out of range, or, when a system is run, of the wrong kind: <text>' -ForEach @(
        @{ argument = @{ TimeStep = -1 }; text = 'time step is -1; expected a positive' }
        @{ argument = @{ TimeStep = '2 nm' }; text = "'2 nm'" }
        @{ argument = @{ Temperature = -1 }; text = 'Temperature is -1; expected' }
        @{ argument = @{ Friction = -1 }; text = 'Friction is -1; expected' }
        @{ argument = @{ CouplingTime = 1 }; text = 'LangevinBaoab has no CouplingTime (it is 1)' }
        @{ argument = @{ ChainLength = 2 }; text = 'LangevinBaoab has no ChainLength (it is 2)' }
        @{ argument = @{ Compressibility = -1 }; text = 'compressibility is -1; expected' }
        @{ argument = @{ Compressibility = 1 }; text = 'LangevinBaoab has the Compressibility of a pressure bath' }
        @{ argument = @{ Pressure = 1 }; text = 'LangevinBaoab needs a compressibility' }
        @{ argument = @{ Pressure = 1; Compressibility = 1 }; text = 'needs a cell that is periodic along all three edges' }
        @{ argument = @{ Pressure = '1 nm'; Compressibility = 1 }; text = "'1 nm'" }
    ) {
        $fault = Get-Fault { Get-ToySystem | Start-MolecularDynamics 1 -Integrator (New-Integrator LangevinBaoab @argument) }
        $fault.FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        "$fault" | Should -BeLike "*$text*"
    }
}
