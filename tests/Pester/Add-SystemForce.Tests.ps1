BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $crystal = New-CrystalSystem Fcc 3 -Density 1
}

Describe 'Add-SystemForce' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Add-SystemForce | Should -BeNullOrEmpty
    }

    It 'gives a new system and leaves the old one' {
        $changed = $crystal | Add-SystemForce -Pair LennardJones
        $changed.Forces.Count | Should -Be 1
        $crystal.Forces.Count | Should -Be 0
        Get-OutputProblem Add-SystemForce $changed | Should -BeNullOrEmpty
    }

    It 'adds up forces along the pipeline' {
        $system = $crystal |
            Add-SystemForce -Pair Wca |
            Add-SystemForce -Bond Harmonic -ForceConstant 100 -Length 1.2 -Particle 0, 1, 2, 3
        $report = $system | Measure-PotentialEnergy
        $report.Terms.Count | Should -Be 2
        $system.Topology.Bonds.Count | Should -Be 2
    }

    It 'takes <kind>' -ForEach @(
        @{ kind = 'Lennard-Jones'; argument = @{ Pair = 'LennardJones'; Cutoff = 2; Unshifted = $true } }
        @{ kind = 'Wca of one type'; argument = @{ Pair = 'Wca'; Type = 'X'; Epsilon = 2; Sigma = 0.9 } }
        @{ kind = 'a spring'; argument = @{ Bond = 'Harmonic'; ForceConstant = 10; Length = 1; Particle = 0, 1 } }
        @{ kind = 'Fene'; argument = @{ Bond = 'Fene'; ForceConstant = 30; MaximumLength = 1.5; Particle = 0, 1 } }
        @{ kind = 'a double well'; argument = @{ Bond = 'DoubleWell'; BarrierHeight = 5; Length = 1; Width = 0.3; Particle = 0, 1 } }
        @{ kind = 'a harmonic place'; argument = @{ External = 'Harmonic'; ForceConstant = 1; Center = 1, 2, 3 } }
        @{ kind = 'a double well in x'; argument = @{ External = 'DoubleWell'; BarrierHeight = 1; Width = 1 } }
    ) {
        $energy = ($crystal | Add-SystemForce @argument | Measure-PotentialEnergy).PotentialEnergy
        [double]::IsFinite($energy) | Should -BeTrue
    }

    It 'computes a crystal in a cell smaller than the cutoff' {
        $small = New-CrystalSystem Fcc 1 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.2 | Measure-PotentialEnergy
        $large = New-CrystalSystem Fcc 4 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.2 | Measure-PotentialEnergy
        [math]::Abs($small.PotentialEnergyPerParticle - $large.PotentialEnergyPerParticle) | Should -BeLessThan 1e-10
    }

    It 'completes <line>' -ForEach @(
        @{ line = 'Add-SystemForce -Pair '; expected = 'LennardJones', 'Wca' }
        @{ line = 'Add-SystemForce -Bond '; expected = 'DoubleWell', 'Fene', 'Harmonic' }
        @{ line = 'Add-SystemForce -External '; expected = 'DoubleWell', 'Harmonic' }
    ) {
        Complete $line | Should -Be $expected
    }

    It 'goes on after an input it cannot change' {
        $dimer = New-DoubleWellSystem
        $result = $crystal, $dimer | Add-SystemForce -Bond Harmonic -ForceConstant 1 -Length 1 -ErrorVariable faults -ErrorAction SilentlyContinue
        $result.Name | Should -Be $dimer.Name
        $faults.Count | Should -Be 1
        $faults[0].TargetObject | Should -Be $crystal
    }

    It 'refuses <argument>' -ForEach @(
        @{ argument = @{ Pair = 'LennardJones'; Cutoff = -5 }; text = 'cutoff is -5; expected a positive' }
        @{ argument = @{ Pair = 'Wca'; Cutoff = 2 }; text = '-Cutoff and -Unshifted are for -Pair LennardJones' }
        @{ argument = @{ Pair = 'LennardJones'; Type = 'Y' }; text = "type 'Y', but the system's types are X" }
        @{ argument = @{ Bond = 'Harmonic' }; text = 'no bonds*-Particle' }
        @{ argument = @{ Bond = 'Harmonic'; Particle = 0, 1 }; text = '-Bond Harmonic needs -ForceConstant' }
        @{ argument = @{ Bond = 'Harmonic'; ForceConstant = 1; Length = 1; Particle = 0, 1, 2 }; text = '3 ends of bonds; an even number' }
        @{ argument = @{ Bond = 'Harmonic'; ForceConstant = 1; Length = 1; Particle = 0, 1000 }; text = 'Particle 1000*0 to 107' }
    ) {
        $fault = Get-Fault { $crystal | Add-SystemForce @argument }
        $fault.FullyQualifiedErrorId | Should -Be 'InvalidValue,MolShell.Commands.Systems.AddSystemForceCommand'
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        $fault.TargetObject | Should -Be $crystal
        "$fault" | Should -BeLike "*$text*"
    }

    It 'names a way out of a cutoff that reaches over too many images' {
        $fault = Get-Fault { $crystal | Add-SystemForce -Pair LennardJones -Cutoff 500 }
        $fault.FullyQualifiedErrorId | Should -Be 'InvalidValue,MolShell.Commands.Systems.AddSystemForceCommand'
        "$fault" | Should -BeLike '*cutoff 500 reaches over 105 images*at most 20*Shorten the cutoff, or take a larger box*'
    }
}
