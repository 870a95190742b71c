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
        @{ kind = 'Kremer-Grest'; argument = @{ Bond = 'KremerGrest'; Particle = 0, 1 } }
        @{ kind = 'a quartic bond'; argument = @{ Bond = 'Quartic'; Length = 1; Coefficient = 10, -5, 3; Particle = 0, 1 } }
        @{ kind = 'a Morse bond'; argument = @{ Bond = 'Morse'; Depth = 10; Length = 1; ForceConstant = 50; Particle = 0, 1 } }
        @{ kind = 'a restraint'; argument = @{ Bond = 'FlatBottom'; ForceConstant = 5; MaximumLength = 1; Particle = 0, 107 } }
        @{ kind = 'a harmonic angle'; argument = @{ Angle = 'Harmonic'; ForceConstant = 5; RestAngle = '109.5 deg'; Particle = 0, 1, 2 } }
        @{ kind = 'a stiff angle'; argument = @{ Angle = 'Cosine'; ForceConstant = 5; Particle = 0, 1, 2 } }
        @{ kind = 'an angle of GROMOS'; argument = @{ Angle = 'CosineSquared'; ForceConstant = 5; RestAngle = 2; Particle = 0, 1, 2 } }
        @{ kind = 'Urey-Bradley'; argument = @{ Angle = 'UreyBradley'; ForceConstant = 5; Length = 2; Particle = 0, 1, 2 } }
        @{ kind = 'a periodic dihedral'; argument = @{ Dihedral = 'Periodic'; ForceConstant = 1; Multiplicity = 3; Phase = '60 deg'; Particle = 0, 1, 2, 4 } }
        @{ kind = 'Ryckaert-Bellemans'; argument = @{ Dihedral = 'RyckaertBellemans'; Coefficient = 9, 12, -13; Particle = 0, 1, 2, 4 } }
        @{ kind = 'OPLS'; argument = @{ Dihedral = 'Opls'; Coefficient = 1.3, -0.05, 0.2; Particle = 0, 1, 2, 4 } }
        @{ kind = 'an improper'; argument = @{ Dihedral = 'Harmonic'; ForceConstant = 4; Particle = 0, 1, 2, 4 } }
        @{ kind = 'a harmonic place'; argument = @{ External = 'Harmonic'; ForceConstant = 1; Center = 1, 2, 3 } }
        @{ kind = 'a double well in x'; argument = @{ External = 'DoubleWell'; BarrierHeight = 1; Width = 1 } }
    ) {
        $energy = ($crystal | Add-SystemForce @argument | Measure-PotentialEnergy).PotentialEnergy
        [double]::IsFinite($energy) | Should -BeTrue
    }

    It 'finds the angles and dihedrals between the bonds of a chain' {
        $ring = New-CrystalSystem SimpleCubic 3 -LatticeConstant 1 | Add-SystemForce -Bond KremerGrest -Particle 0, 1, 1, 4, 4, 3, 3, 0
        $angles = $ring | Add-SystemForce -Angle Cosine -ForceConstant 1.5 | Measure-PotentialEnergy
        ($angles.Terms | Where-Object Name -EQ CosineAngle).Energy | Should -Be 6
        $dihedrals = $ring | Add-SystemForce -Dihedral Periodic -ForceConstant 0.5 | Measure-PotentialEnergy
        ($dihedrals.Terms | Where-Object Name -EQ PeriodicDihedral).Energy | Should -Be 4
    }

    It 'makes bonds of springs, not of restraints and angles' {
        $bonded = $crystal | Add-SystemForce -Bond Morse -Depth 10 -Length 1 -ForceConstant 50 -Particle 0, 1
        $bonded.Topology.Bonds.Count | Should -Be 1
        $held = $crystal |
            Add-SystemForce -Bond FlatBottom -ForceConstant 5 -MaximumLength 2 -Particle 0, 1 |
            Add-SystemForce -Angle UreyBradley -ForceConstant 5 -Length 2 -Particle 0, 1, 2
        $held.Topology.Bonds.Count | Should -Be 0
        ($held | Measure-PotentialEnergy).Terms.Name | Should -Be 'FlatBottomBond', 'UreyBradley'
    }

    It 'computes a crystal in a cell smaller than the cutoff' {
        $small = New-CrystalSystem Fcc 1 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.2 | Measure-PotentialEnergy
        $large = New-CrystalSystem Fcc 4 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.2 | Measure-PotentialEnergy
        [math]::Abs($small.PotentialEnergyPerParticle - $large.PotentialEnergyPerParticle) | Should -BeLessThan 1e-10
    }

    It 'completes <line>' -ForEach @(
        @{ line = 'Add-SystemForce -Pair '; expected = 'LennardJones', 'Wca' }
        @{ line = 'Add-SystemForce -Bond '; expected = 'DoubleWell', 'Fene', 'FlatBottom', 'Harmonic', 'KremerGrest', 'Morse', 'Quartic' }
        @{ line = 'Add-SystemForce -Angle '; expected = 'Cosine', 'CosineSquared', 'Harmonic', 'UreyBradley' }
        @{ line = 'Add-SystemForce -Dihedral '; expected = 'Harmonic', 'Opls', 'Periodic', 'RyckaertBellemans' }
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
        @{ argument = @{ Bond = 'Harmonic'; ForceConstant = 1; Length = 1; Particle = 0, 1, 2 }; text = 'names 3 particles; -Bond Harmonic joins 2*multiple of 2' }
        @{ argument = @{ Bond = 'Quartic'; Length = 1; Particle = 0, 1 }; text = '-Bond Quartic needs -Coefficient k2, k3 and k4' }
        @{ argument = @{ Bond = 'Quartic'; Length = 1; Coefficient = 1, 2, 3, 4; Particle = 0, 1 }; text = 'k2, k3 and k4, not 4 numbers' }
        @{ argument = @{ Bond = 'Quartic'; Length = 1; Coefficient = '1 eV'; Particle = 0, 1 }; text = "'1 eV': -Bond Quartic takes numbers*without unit" }
        @{ argument = @{ Bond = 'Morse'; Depth = 0; Length = 1; ForceConstant = 1; Particle = 0, 1 }; text = '-Depth is 0*positive energy' }
        @{ argument = @{ Bond = 'FlatBottom'; ForceConstant = 1; Particle = 0, 1 }; text = 'needs -MinimumLength, -MaximumLength or both' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1 }; text = 'no angles between bonds*-Particle' }
        @{ argument = @{ Angle = 'Harmonic'; ForceConstant = 1; Particle = 0, 1, 2 }; text = '-Angle Harmonic needs -RestAngle' }
        @{ argument = @{ Angle = 'Harmonic'; ForceConstant = 1; RestAngle = 109.5; Particle = 0, 1, 2 }; text = 'angle is 109.5; expected a number from 0 to 3.14' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1; Particle = 0, 1 }; text = 'names 2 particles; -Angle Cosine joins 3' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1; Particle = 0, 1, 0 }; text = 'angle 0 is 0-1-0; expected three different' }
        @{ argument = @{ Dihedral = 'Periodic'; ForceConstant = 1 }; text = 'no chains of three bonds*-Particle' }
        @{ argument = @{ Dihedral = 'Opls'; Particle = 0, 1, 2, 4 }; text = '-Dihedral Opls needs -Coefficient V1 to V4' }
        @{ argument = @{ Dihedral = 'Periodic'; ForceConstant = 1; Particle = 0, 1, 2, 200 }; text = 'Particle 200*0 to 107' }
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
