BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $crystal = New-CrystalSystem -Structure Fcc -Repeat 3 -LatticeConstant 1.6
    $hot = New-CrystalSystem -Structure Fcc -Repeat 4 -LatticeConstant 1.6 -Noise 0.15 -Seed 1
}

Describe 'Get-SolidParticle' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-SolidParticle | Should -BeNullOrEmpty
    }

    It 'finds a crystal solid by rule <_>' -ForEach 'TenWoldeFrenkel', 'Pyscal', 'Freud' {
        ($crystal | Get-SolidParticle $_ -Cutoff 1.4).SolidFraction | Should -Be 1
    }

    It 'has stricter and looser numbers' {
        $neighbors = $hot | Get-ParticleNeighbor -Cutoff 1.4
        $loose = ($neighbors | Get-SolidParticle).SolidCount
        $strict = ($neighbors | Get-SolidParticle -Bond 10).SolidCount
        $loose | Should -BeGreaterThan $strict
        ($neighbors | Get-SolidParticle -Threshold 0.99).SolidCount | Should -Be 0
        ($neighbors | Get-SolidParticle -MeanThreshold 0.99).SolidCount | Should -Be 0
    }

    It 'has arrays and a frame with columns' {
        $solids = $hot | Get-SolidParticle -Cutoff 1.4
        $solids.IsSolid.Count | Should -Be 256
        @($solids.IsSolid -eq $true).Count | Should -Be $solids.SolidCount
        $solids.ToFrame().Columns.Name | Should -Be 'solid', 'solid_bonds', 'mean_correlation'
    }

    It 'shows well' {
        Get-OutputProblem Get-SolidParticle @($hot | Get-SolidParticle -Cutoff 1.4) | Should -BeNullOrEmpty
    }

    It 'completes the names of the rules' {
        Complete 'Get-SolidParticle -Rule ' | Should -Be 'Freud', 'Pyscal', 'TenWoldeFrenkel'
    }

    It 'says that a frame needs a rule for neighbours' {
        (Get-Fault { $hot | Get-SolidParticle }).FullyQualifiedErrorId | Should -BeLike 'NoNeighbors,*'
    }
}
