BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $crystal = New-CrystalSystem Fcc 3 -Density 1.0 -Noise 0.05 -Seed 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.5
}

Describe 'Invoke-EnergyMinimization' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Invoke-EnergyMinimization | Should -BeNullOrEmpty
    }

    It 'gives a system at a minimum, with <_>' -ForEach 'Lbfgs', 'Fire' {
        $minimum = $crystal | Invoke-EnergyMinimization -Method $_
        Get-OutputProblem Invoke-EnergyMinimization $minimum | Should -BeNullOrEmpty
        $report = $minimum | Measure-PotentialEnergy
        $report.MaximumForce | Should -BeLessThan 1e-4
        $report.PotentialEnergy | Should -BeLessThan ($crystal | Measure-PotentialEnergy).PotentialEnergy
    }

    It 'binds the system by position' {
        (Invoke-EnergyMinimization $crystal).ParticleCount | Should -Be 108
    }

    It 'gives steps and energies with -Detailed' {
        $result = $crystal | Invoke-EnergyMinimization -Detailed
        Get-OutputProblem Invoke-EnergyMinimization $result | Should -BeNullOrEmpty
        $result.Converged | Should -BeTrue
        $result.System | Should -BeOfType ([MolShell.Compute.Systems.MolecularSystem])
        $result.Energy | Should -BeLessThan $result.StartEnergy
    }

    It 'warns when it does not get there, and gives what it has' {
        $result = $crystal | Invoke-EnergyMinimization -MaximumStep 1 -WarningVariable warnings -WarningAction SilentlyContinue
        $result.ParticleCount | Should -Be 108
        $warnings.Count | Should -Be 1
        "$warnings" | Should -BeLike '*X Fcc*after 1 step*above the tolerance*'
    }

    It 'flows on into dynamics' {
        @($crystal | Invoke-EnergyMinimization | Start-MolecularDynamics 10 -ReportInterval 10 -TimeStep 0.004 -Temperature 0.5 -Friction 1 -Seed 1).Count |
            Should -Be 1
    }

    It 'completes methods' {
        Complete 'Invoke-EnergyMinimization -Method ' | Should -Be 'Fire', 'Lbfgs'
    }

    It 'refuses <argument>' -ForEach @(
        @{ argument = @{ ForceTolerance = -1 }; id = 'InvalidValue'; text = 'force tolerance is -1; expected' }
        @{ argument = @{ ForceTolerance = '1 nm' }; id = 'InvalidValue'; text = "'1 nm'" }
        @{ argument = @{ MaximumStep = 0 }; id = 'ParameterArgumentValidationError'; text = '0' }
        @{ argument = @{ Method = 'Newton' }; id = 'CannotConvertArgumentNoMessage'; text = 'Lbfgs' }
    ) {
        $fault = Get-Fault { $crystal | Invoke-EnergyMinimization @argument }
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Dynamics.InvokeEnergyMinimizationCommand"
        "$fault" | Should -BeLike "*$text*"
    }

    It 'minimises in double precision, or in mixed' {
        $double = $crystal | Invoke-EnergyMinimization -Precision Double -Detailed
        $mixed = $crystal | Invoke-EnergyMinimization -Precision Mixed -ForceTolerance 0.01 -Detailed
        $double.Energy | Should -Be ($crystal | Invoke-EnergyMinimization -Detailed).Energy
        $mixed.Converged | Should -BeTrue
        [math]::Abs($mixed.Energy / $double.Energy - 1) | Should -BeLessThan 1e-5
    }
}
