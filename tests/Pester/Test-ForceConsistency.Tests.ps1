BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $system = New-DoubleWellSystem -ParticleCount 64
}

Describe 'Test-ForceConsistency' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Test-ForceConsistency | Should -BeNullOrEmpty
    }

    It 'gives true or false' {
        $system | Test-ForceConsistency | Should -BeExactly $true
        Test-ForceConsistency $system -Tolerance 1e-300 | Should -BeExactly $false
    }

    It 'gives a report of each force with -Detailed' {
        $report = $system | Test-ForceConsistency -Detailed
        Get-OutputProblem Test-ForceConsistency $report | Should -BeNullOrEmpty
        $report.IsConsistent | Should -BeTrue
        $report.Terms.Name | Should -Be 'WCA', 'DoubleWellBond'
        $report.Terms | Get-ViewText | Out-String | Should -Not -Match 'e[-+]0\d\d'
    }

    It 'refuses a tolerance of <_>' -ForEach 0, 2, -1 {
        (Get-Fault { $system | Test-ForceConsistency -Tolerance $_ }).FullyQualifiedErrorId |
            Should -BeLike 'ParameterArgumentValidationError,*'
    }

    It 'checks fewer of many particles' {
        $many = New-CrystalSystem Fcc 10 -Density 0.8442 -Noise 0.02 -Seed 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.5
        $report = $many | Test-ForceConsistency -Detailed
        $report.IsConsistent | Should -BeTrue
        $report.CheckedParticles | Should -Be 16
        ($many | Test-ForceConsistency -Detailed -MaximumParticle 3).CheckedParticles | Should -Be 3
    }
}
