BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $hot = New-CrystalSystem -Structure Fcc -Repeat 5 -LatticeConstant 1.6 -Noise 0.16 -Seed 1
}

Describe 'Group-ParticleCluster' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Group-ParticleCluster | Should -BeNullOrEmpty
    }

    It 'gives the largest nucleus of a frame' {
        $solids = $hot | Get-ParticleNeighbor -Sann | Get-SolidParticle
        $clusters = @($solids | Group-ParticleCluster)
        ($clusters.Size | Measure-Object -Sum).Sum | Should -Be $solids.SolidCount
        $largest = $solids | Group-ParticleCluster | Sort-Object Size -Descending | Select-Object -First 1
        $largest.Size | Should -Be $clusters[0].Size
        $largest.Rank | Should -Be 0
        $largest.Particles.Count | Should -Be $largest.Size
        $largest.ToFrame().Columns.Name | Should -Be 'cluster'
    }

    It 'groups by an order parameter' {
        $order = $hot | Get-OrderParameter 6 -Cutoff 1.4 -Averaged
        $above = @($order.aq6 -ge 0.25).Count
        ($order | Group-ParticleCluster aq6 -Minimum 0.25 | Measure-Object Size -Sum).Sum | Should -Be $above
        ($order | Group-ParticleCluster aq6 -Minimum 0.25 -MinimumSize 3).Size | ForEach-Object { $_ | Should -BeGreaterOrEqual 3 }
    }

    It 'groups by what is true' {
        $solids = $hot | Get-SolidParticle -Cutoff 1.4
        ($solids | Group-ParticleCluster solid | Measure-Object Size -Sum).Sum | Should -Be $solids.SolidCount
    }

    It 'groups all particles, over the edges of the box' {
        $all = $hot | Group-ParticleCluster -Cutoff 1.6
        $all.Size | Should -Be 500
        $all.IsPercolating | Should -BeTrue
        [double]::IsNaN($all.RadiusOfGyration) | Should -BeTrue
    }

    It 'links along bonds only, on request and by the rule of freud' {
        $solids = $hot | Get-SolidParticle -Cutoff 1.4
        @($solids | Group-ParticleCluster -SolidBond).Count | Should -BeGreaterOrEqual @($solids | Group-ParticleCluster).Count
        $freud = $hot | Get-SolidParticle Freud -Cutoff 1.4
        @($freud | Group-ParticleCluster).Size | Should -Be @($freud | Group-ParticleCluster -SolidBond).Size
    }

    It 'shows well' {
        Get-OutputProblem Group-ParticleCluster @($hot | Get-SolidParticle -Cutoff 1.4 | Group-ParticleCluster) | Should -BeNullOrEmpty
    }

    It 'names what is missing' {
        $order = $hot | Get-OrderParameter 6 -Cutoff 1.4
        "$(Get-Fault { $order | Group-ParticleCluster q8 -Minimum 0.1 })" | Should -BeLike "*no column 'q8'*q6*"
        "$(Get-Fault { $order | Group-ParticleCluster q6 })" | Should -BeLike '*minimum or maximum*'
        "$(Get-Fault { $order | Group-ParticleCluster -SolidBond })" | Should -BeLike '*Get-SolidParticle*'
        (Get-Fault { $hot | Group-ParticleCluster }).FullyQualifiedErrorId | Should -BeLike 'NoNeighbors,*'
    }
}
