BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $crystal = New-CrystalSystem -Structure Fcc -Repeat 3 -LatticeConstant 1.6
    $warm = New-CrystalSystem -Structure Fcc -Repeat 3 -LatticeConstant 1.6 -Noise 0.05 -Seed 1
}

Describe 'Get-ParticleNeighbor' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-ParticleNeighbor | Should -BeNullOrEmpty
    }

    It 'finds the twelve neighbours of fcc by rule <Rule>' -ForEach @(
        @{ Rule = 'Cutoff'; Parameters = @{ Cutoff = 1.4 } }
        @{ Rule = 'Nearest'; Parameters = @{ Nearest = 12 } }
        @{ Rule = 'Adaptive'; Parameters = @{ Adaptive = $true } }
        @{ Rule = 'Sann'; Parameters = @{ Sann = $true } }
        @{ Rule = 'Rad'; Parameters = @{ Rad = $true } }
        @{ Rule = 'RadRange'; Parameters = @{ Rad = $true; RadRange = 1.4 } }
    ) {
        $table = $crystal | Get-ParticleNeighbor @Parameters
        $table.LeastCount | Should -Be 12
        $table.MostCount | Should -Be 12
    }

    It 'weighs neighbours by the faces of Voronoi cells' {
        $table = $warm | Get-ParticleNeighbor -Voronoi
        $table.HasWeights | Should -BeTrue
        $table.LeastCount | Should -BeGreaterOrEqual 12
        ($warm | Get-ParticleNeighbor -Voronoi -FaceExponent 0 -Expand | Measure-Object Weight -Maximum -Minimum) |
            ForEach-Object { $_.Minimum, $_.Maximum } | Should -Be 1, 1
    }

    It 'finds shells' {
        ($crystal | Get-ParticleNeighbor -Cutoff 1.7 -InnerCutoff 1.4).MeanCount | Should -Be 6
    }

    It 'takes frames, and gives one table for each' {
        $frames = New-ToySystem MuellerBrown | Start-MolecularDynamics 20 -ReportInterval 10 -IncludeStart -Seed 1
        ($frames | Get-ParticleNeighbor -Cutoff 1).Step | Should -Be 0, 10, 20
    }

    It 'takes cutoffs in any unit' {
        $silicon = New-CrystalSystem -Structure Diamond -Repeat 2 -LatticeConstant '5.431 Angstrom' -Element Si -UnitSystem Metal
        ($silicon | Get-ParticleNeighbor -Cutoff '0.25 nm').MeanCount | Should -Be 4
    }

    It 'gives pairs on request' {
        $pairs = @($warm | Get-ParticleNeighbor -Nearest 12 -Expand)
        $pairs.Count | Should -Be (12 * 108)
        $pairs[0].Particle | Should -Be 0
        $pairs[0].Distance | Should -BeLessThan $pairs[11].Distance
        Get-OutputProblem Get-ParticleNeighbor $pairs | Should -BeNullOrEmpty
    }

    It 'shows well' {
        Get-OutputProblem Get-ParticleNeighbor @($warm | Get-ParticleNeighbor -Sann) | Should -BeNullOrEmpty
        $warm | Get-ParticleNeighbor -Sann | Get-TableHeader | Should -Be 'Step', 'Time', 'Particles', 'Mean', 'Least', 'Most', 'Rule'
    }

    It 'says what it wants' {
        (Get-Fault { $crystal | Get-ParticleNeighbor -Cutoff -1 }).FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        (Get-Fault { 5 | Get-ParticleNeighbor -Cutoff 1 }).FullyQualifiedErrorId | Should -BeLike 'UnexpectedInput,*'
        "$(Get-Fault { New-ToySystem MuellerBrown | Get-ParticleNeighbor -Nearest 3 })" | Should -BeLike '*0 others*3 nearest*'
    }
}
