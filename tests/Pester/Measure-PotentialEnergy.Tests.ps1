BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $dimer = New-DoubleWellSystem -DimerCount 1
}

Describe 'Measure-PotentialEnergy' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-PotentialEnergy | Should -BeNullOrEmpty
    }

    It 'measures a system from the pipeline and by name' {
        $piped = $dimer | Measure-PotentialEnergy
        $named = Measure-PotentialEnergy -System $dimer
        (Measure-PotentialEnergy $dimer).PotentialEnergy | Should -Be $named.PotentialEnergy
        $piped.PotentialEnergy | Should -Be $named.PotentialEnergy
        Get-OutputProblem Measure-PotentialEnergy $piped | Should -BeNullOrEmpty
    }

    It 'sums the energies of the forces' {
        $report = New-DoubleWellSystem -ChainLength 4 -ParticleCount 216 -Density 0.96 | Measure-PotentialEnergy
        $report.Terms.Count | Should -Be 2
        $sum = ($report.Terms | Measure-Object Energy -Sum).Sum
        [math]::Abs($sum - $report.PotentialEnergy) | Should -BeLessThan 1e-9
        $report.Forces.Count | Should -Be 216
    }

    It 'measures each frame of a run, and the energies are those of the run' {
        $frames = @($dimer | Start-MolecularDynamics -Step 40 -ReportInterval 20 -Seed 1)
        $reports = @($frames | Measure-PotentialEnergy -System $dimer)
        $reports.Count | Should -Be 2
        foreach ($i in 0, 1) {
            [math]::Abs($reports[$i].PotentialEnergy - $frames[$i].PotentialEnergy) | Should -BeLessThan 1e-9
        }
    }

    It 'shows the energy of each term in the list' {
        $dimer | Measure-PotentialEnergy | Get-ViewText -List | Where-Object { $_ -match '^Terms' } | Should -BeLike '*WCA*DoubleWellBond*'
    }

    It 'reports a frame of another system and goes on' {
        $other = Get-ToySystem | Start-MolecularDynamics 1 -ReportInterval 1 -Seed 1
        $own = $dimer | Start-MolecularDynamics 1 -ReportInterval 1 -Seed 1
        $reports = @($other, $own | Measure-PotentialEnergy -System $dimer -ErrorVariable faults -ErrorAction SilentlyContinue)
        $reports.Count | Should -Be 1
        $faults.Count | Should -Be 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'InvalidValue,MolShell.Commands.Dynamics.MeasurePotentialEnergyCommand'
        $faults[0].TargetObject | Should -Be $other
        "$($faults[0])" | Should -BeLike '*216*'
    }

    It 'refuses what is neither system nor frame' {
        (Get-Fault { 5 | Measure-PotentialEnergy }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
    }

    It 'measures in double precision, or in mixed, with nearly the same result' {
        $report = $dimer | Measure-PotentialEnergy
        $double = $dimer | Measure-PotentialEnergy -Precision Double
        $mixed = $dimer | Measure-PotentialEnergy -Precision Mixed
        $double.PotentialEnergy | Should -Be $report.PotentialEnergy
        $mixed.PotentialEnergy | Should -Not -Be $double.PotentialEnergy
        [math]::Abs($mixed.PotentialEnergy / $double.PotentialEnergy - 1) | Should -BeLessThan 1e-5
    }

    It 'completes and checks -Precision' {
        Complete 'Measure-PotentialEnergy -Precision ' | Should -Be 'Double', 'Mixed'
        (Get-Fault { $dimer | Measure-PotentialEnergy -Precision Half }).FullyQualifiedErrorId | Should -BeLike 'CannotConvertArgumentNoMessage,*'
    }

    It 'shows total, terms, virial and forces in the list' {
        $text = $dimer | Measure-PotentialEnergy -Precision Double | Get-ViewText -List
        $text | Where-Object { $_ -match '^PotentialEnergy ' } | Should -Match '\d'
        $text | Where-Object { $_ -match '^Virial ' } | Should -Match 'xx -?\d.*yy -?\d.*zz -?\d'
        $text | Where-Object { $_ -match '^Forces ' } | Should -Match '\(-?\d'
    }
}
