BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'New-Integrator' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-Integrator | Should -BeNullOrEmpty
    }

    It 'describes <_>, and systems can be run with it' -ForEach 'VelocityVerlet', 'LangevinBaoab', 'Overdamped' {
        $integrator = New-Integrator $_
        $integrator.Kind | Should -Be $_
        Get-OutputProblem New-Integrator $integrator | Should -BeNullOrEmpty
        @(Get-ToySystem | Start-MolecularDynamics 4 -ReportInterval 2 -Integrator $integrator -Seed 1).Count | Should -Be 2
    }

    It 'keeps quantities as they were written' {
        $row = New-Integrator LangevinBaoab -TimeStep '2 fs' -Temperature '300 K' -Friction '1 1/ps' | Get-ViewText
        $row[2] | Should -Match 'LangevinBaoab\s+2 fs\s+300 K\s+1 1/ps'
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
        Complete 'New-Integrator ' | Should -Be 'LangevinBaoab', 'Overdamped', 'VelocityVerlet'
    }

    It 'refuses an unknown kind by naming the known ones' {
        $fault = Get-Fault { New-Integrator Foo }
        $fault.FullyQualifiedErrorId | Should -Be 'CannotConvertArgumentNoMessage,MolShell.Commands.Dynamics.NewIntegratorCommand'
        "$fault" | Should -BeLike '*VelocityVerlet, LangevinBaoab, Overdamped*'
    }

    It 'refuses a value out of range, or, when a system is run, of the wrong kind: <text>' -ForEach @(
        @{ argument = @{ TimeStep = -1 }; text = 'time step is -1; expected a positive' }
        @{ argument = @{ TimeStep = '2 nm' }; text = "'2 nm'" }
        @{ argument = @{ Temperature = -1 }; text = 'Temperature is -1; expected' }
        @{ argument = @{ Friction = -1 }; text = 'Friction is -1; expected' }
    ) {
        $fault = Get-Fault { Get-ToySystem | Start-MolecularDynamics 1 -Integrator (New-Integrator LangevinBaoab @argument) }
        $fault.FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        "$fault" | Should -BeLike "*$text*"
    }
}
