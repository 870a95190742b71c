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
        @{ kind = 'Lennard-Jones shifted in force'; argument = @{ Pair = 'LennardJones'; Modifier = 'ForceShift' } }
        @{ kind = 'switched Lennard-Jones'; argument = @{ Pair = 'LennardJones'; SwitchDistance = 2; TailCorrection = $true } }
        @{ kind = 'Coulomb'; argument = @{ Pair = 'Coulomb'; Charge = 0.5, -0.5; Cutoff = 2; Dielectric = 2 } }
        @{ kind = 'a reaction field'; argument = @{ Pair = 'ReactionField'; Charge = 1, -1; Cutoff = 2; ReactionFieldDielectric = 78 } }
        @{ kind = 'Buckingham'; argument = @{ Pair = 'Buckingham'; Repulsion = 1e5; Decay = 0.11; Dispersion = 2; Cutoff = 2.5 } }
        @{ kind = 'Morse'; argument = @{ Pair = 'Morse'; Depth = 1; Steepness = 5; Length = 1.1; Cutoff = 2.5; Modifier = 'Switch'; SwitchDistance = 2 } }
        @{ kind = 'a Gaussian'; argument = @{ Pair = 'Gaussian'; Height = -2; Sigma = 0.5; Cutoff = 2.5 } }
        @{ kind = 'a soft core'; argument = @{ Pair = 'SoftCore'; Lambda = 0.5; Softness = 0.4 } }
        @{ kind = 'a spring'; argument = @{ Bond = 'Harmonic'; ForceConstant = 10; Length = 1; Particle = 0, 1 } }
        @{ kind = 'Fene'; argument = @{ Bond = 'Fene'; ForceConstant = 30; MaximumLength = 1.5; Particle = 0, 1 } }
        @{ kind = 'a double well'; argument = @{ Bond = 'DoubleWell'; BarrierHeight = 5; Length = 1; Width = 0.3; Particle = 0, 1 } }
        @{ kind = 'Kremer-Grest'; argument = @{ Bond = 'KremerGrest'; Particle = 0, 1 } }
        @{ kind = 'a quartic bond'; argument = @{ Bond = 'Quartic'; Length = 1; Coefficient = 10, -5, 3; Particle = 0, 1 } }
        @{ kind = 'a Morse bond'; argument = @{ Bond = 'Morse'; Depth = 10; Length = 1; Steepness = 1.6; Particle = 0, 1 } }
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
        @{ kind = 'a field'; argument = @{ External = 'Field'; Strength = 0, 0, -1; Coupling = 'Mass' } }
        @{ kind = 'a soft floor'; argument = @{ External = 'HarmonicWall'; ForceConstant = 5; Normal = 0, 0, 2; Offset = 1 } }
        @{ kind = 'a sphere'; argument = @{ External = 'HarmonicWall'; ForceConstant = 5; Radius = 2; Center = 1, 1, 1; Particle = 0 } }
        @{ kind = 'a wall of one layer'; argument = @{ External = 'LennardJonesWall'; Normal = 0, 0, 1; Offset = -2; Cutoff = 3 } }
        @{ kind = 'a wall of a half-space'; argument = @{ External = 'LennardJones93Wall'; Normal = 1, 0, 0; Offset = -1; Epsilon = 2 } }
        @{ kind = 'a repulsive wall'; argument = @{ External = 'WcaWall'; Radius = 20; Sigma = 0.5; Type = 'X' } }
        @{ kind = 'springs to places'; argument = @{ External = 'PositionRestraint'; ForceConstant = 5; Particle = 0, 7 } }
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
        $bonded = $crystal | Add-SystemForce -Bond Morse -Depth 10 -Length 1 -Steepness 1.6 -Particle 0, 1
        $bonded.Topology.Bonds.Count | Should -Be 1
        $held = $crystal |
            Add-SystemForce -Bond FlatBottom -ForceConstant 5 -MaximumLength 2 -Particle 0, 1 |
            Add-SystemForce -Angle UreyBradley -ForceConstant 5 -Length 2 -Particle 0, 1, 2
        $held.Topology.Bonds.Count | Should -Be 0
        ($held | Measure-PotentialEnergy).Terms.Name | Should -Be 'FlatBottomBond', 'UreyBradley'
    }

    It 'gives the tail and the 1-4 interactions as terms of their own' {
        $system = New-CrystalSystem SimpleCubic 4 -LatticeConstant 1.2 |
            Add-SystemForce -Bond Harmonic -ForceConstant 1 -Length 1.2 -Particle 0, 1, 1, 5, 5, 4 |
            Add-SystemForce -Pair LennardJones -Cutoff 2.2 -TailCorrection -ExcludedBond 3 -OneFourScale 0.5
        $report = $system | Measure-PotentialEnergy
        $report.Terms.Name | Should -Be 'HarmonicBond', 'LennardJones', 'LennardJones14', 'LennardJonesTail'
        $report.Terms[2].Energy | Should -Not -Be 0

        # 8/3 pi N rho (r_c^-9 / 3 - r_c^-3).
        $tail = 8 / 3 * [math]::PI * 64 / [math]::Pow(1.2, 3) * ([math]::Pow(2.2, -9) / 3 - [math]::Pow(2.2, -3))
        [math]::Abs($report.Terms[3].Energy / $tail - 1) | Should -BeLessThan 1e-12
        $system | Test-ForceConsistency | Should -BeTrue
    }

    It 'cuts, shifts and switches' {
        $pair = New-CrystalSystem SimpleCubic 2 -LatticeConstant 5
        $energy = @{}
        foreach ($modifier in 'None', 'Shift', 'ForceShift', 'Switch') {
            $argument = $modifier -eq 'Switch' ? @{ SwitchDistance = 5.5 } : @{}
            $energy[$modifier] = ($pair | Add-SystemForce -Pair Gaussian -Height 1 -Sigma 4 -Cutoff 6 -Modifier $modifier @argument |
                    Measure-PotentialEnergy).PotentialEnergyPerParticle
        }

        # Three pairs a particle at distance 5.
        $near, $end = [math]::Exp(-25 / 32), [math]::Exp(-36 / 32)
        [math]::Abs($energy.None - 3 * $near) | Should -BeLessThan 1e-12
        [math]::Abs($energy.Shift - 3 * ($near - $end)) | Should -BeLessThan 1e-12
        [math]::Abs($energy.ForceShift - 3 * ($near - $end - 6 / 16 * $end)) | Should -BeLessThan 1e-12
        [math]::Abs($energy.Switch - 3 * $near) | Should -BeLessThan 1e-12
        ($pair | Add-SystemForce -Pair Gaussian -Height 1 -Sigma 4 -Cutoff 6 -Unshifted | Measure-PotentialEnergy).PotentialEnergyPerParticle |
            Should -Be $energy.None
    }

    It 'mixes types' {
        $dimer = New-DoubleWellSystem -DimerCount 1
        $types = $dimer.Topology.TypeNames
        $types.Count | Should -Be 2
        $mixed = $dimer | Add-SystemForce -Pair Wca -Type $types -Epsilon 1, 4 -Sigma 0.5 -MixingRule Geometric
        $mixed.Forces[-1].Describe() | Should -BeLike '*epsilon=4, sigma=0.5*mixing Geometric*'
        $fault = Get-Fault { $dimer | Add-SystemForce -Pair Wca -Type $types[0] -Epsilon 1 -MixingRule Geometric }
        "$fault" | Should -BeLike "*no parameters for the pair of types *$($types[1])*"
    }

    It 'reads a table, and names the line of a fault' {
        $path = Join-Path $TestDrive 'pair.table'
        0..50 | ForEach-Object { $r = 0.8 + 0.02 * $_; [string]::Format([cultureinfo]::InvariantCulture, '{0:f2} {1:r}', $r, (1.8 - $r)) } |
            Set-Content $path
        $energy = ($crystal | Add-SystemForce -Pair Table -TablePath $path | Measure-PotentialEnergy).PotentialEnergyPerParticle
        $next = [math]::Pow(4, 1 / 3)
        $nearest = $next / [math]::Sqrt(2)
        [math]::Abs($energy - (6 * (1.8 - $nearest) + 3 * (1.8 - $next))) | Should -BeLessThan 1e-9
        Set-Content $path '# r U', '1 5', '1.5 ?'
        $fault = Get-Fault { $crystal | Add-SystemForce -Pair Table -TablePath $path }
        $fault.FullyQualifiedErrorId | Should -Be 'InvalidFile,MolShell.Commands.Systems.AddSystemForceCommand'
        "$fault" | Should -BeLike "*pair.table', line 3: '?' is not a finite number*"
        (Get-Fault { $crystal | Add-SystemForce -Pair Table -TablePath 'no.table' }).FullyQualifiedErrorId | Should -BeLike 'FileNotFound,*'
    }

    It 'sums all pairs of an open box without a cutoff' {
        $open = New-ToySystem Harmonic | Add-SystemForce -Pair Coulomb -Charge 1 -NoCutoff | Add-SystemForce -Pair LennardJones -NoCutoff
        $open.Forces[-2].Describe() | Should -BeLike '*Coulomb(constant=1, cutoff=Infinity, dielectric=1)*'
        $open.Forces[-1].Describe() | Should -BeLike '*cutoff=Infinity, shifted=False*'
        ($open | Measure-PotentialEnergy).Terms[-1].Energy | Should -Be 0
    }

    It 'computes charges in the units of the system' {
        $charged = $crystal | Add-SystemForce -Pair Coulomb -Charge 2 -Cutoff 1.2 -Dielectric 4 -Modifier None
        $charged.Topology.Charges[107] | Should -Be 2
        $nearest = [math]::Pow(4, 1 / 3) / [math]::Sqrt(2)
        [math]::Abs(($charged | Measure-PotentialEnergy).PotentialEnergyPerParticle - 6 * 4 / 4 / $nearest) | Should -BeLessThan 1e-12
    }

    It 'acts with walls and fields on the particles that are named' {
        $fields = $crystal | Add-SystemForce -External Field -Strength 0, 0, 2 -Particle 3, 5 | Measure-PotentialEnergy
        ($fields.Forces | Where-Object Z -EQ 2).Count | Should -Be 2
        $held = $crystal | Add-SystemForce -External PositionRestraint -ForceConstant 5 | Measure-PotentialEnergy
        $held.PotentialEnergy | Should -Be 0
        $dimer = New-DoubleWellSystem
        $dimer | Add-SystemForce -External HarmonicWall -ForceConstant 3 -Radius 0.1 -Type $dimer.Topology.TypeNames[1] |
            Test-ForceConsistency | Should -BeTrue
    }

    It 'computes a crystal in a cell smaller than the cutoff' {
        $small = New-CrystalSystem Fcc 1 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.2 | Measure-PotentialEnergy
        $large = New-CrystalSystem Fcc 4 -Density 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.2 | Measure-PotentialEnergy
        [math]::Abs($small.PotentialEnergyPerParticle - $large.PotentialEnergyPerParticle) | Should -BeLessThan 1e-10
    }

    It 'completes <line>' -ForEach @(
        @{
            line = 'Add-SystemForce -Pair '
            expected = 'Buckingham', 'Coulomb', 'Gaussian', 'LennardJones', 'Morse', 'ReactionField', 'SoftCore', 'Table', 'Wca'
        }
        @{ line = 'Add-SystemForce -Pair Morse -Modifier '; expected = 'ForceShift', 'None', 'Shift', 'Switch' }
        @{ line = 'Add-SystemForce -Pair Wca -MixingRule '; expected = 'Geometric', 'LorentzBerthelot', 'WaldmanHagler' }
        @{ line = 'Add-SystemForce -Bond '; expected = 'DoubleWell', 'Fene', 'FlatBottom', 'Harmonic', 'KremerGrest', 'Morse', 'Quartic' }
        @{ line = 'Add-SystemForce -Angle '; expected = 'Cosine', 'CosineSquared', 'Harmonic', 'UreyBradley' }
        @{ line = 'Add-SystemForce -Dihedral '; expected = 'Harmonic', 'Opls', 'Periodic', 'RyckaertBellemans' }
        @{ line = 'Add-SystemForce -External '; expected = 'DoubleWell', 'Field', 'Harmonic', 'HarmonicWall', 'LennardJones93Wall', 'LennardJonesWall', 'PositionRestraint', 'WcaWall' }
        @{ line = 'Add-SystemForce -External Field -Coupling '; expected = 'Charge', 'Mass', 'None' }
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
        @{ argument = @{ Pair = 'Wca'; Cutoff = 2 }; text = '-Pair Wca does not take -Cutoff; it takes -Epsilon, -Sigma, -MixingRule' }
        @{ argument = @{ Pair = 'LennardJones'; Type = 'Y' }; text = "type 'Y', but the system's types are X" }
        @{ argument = @{ Pair = 'LennardJones'; Dielectric = 2 }; text = '-Pair LennardJones does not take -Dielectric; it takes -Epsilon' }
        @{ argument = @{ Pair = 'Coulomb' }; text = '-Pair Coulomb needs -Cutoff' }
        @{ argument = @{ Pair = 'Coulomb'; Cutoff = 2 }; text = 'Coulomb acts between charges*have none' }
        @{ argument = @{ Pair = 'Coulomb'; Cutoff = 2; NoCutoff = $true }; text = '-Cutoff and -NoCutoff exclude each other' }
        @{ argument = @{ Pair = 'Coulomb'; Cutoff = 2; Charge = 1, 2, 3, 4, 5 }; text = '-Charge has 5 numbers, of which 108 particles' }
        @{ argument = @{ Pair = 'Coulomb'; NoCutoff = $true; Charge = 1 }; text = 'cutoff*infin*images' }
        @{ argument = @{ Pair = 'Buckingham'; Repulsion = 1; Decay = 1; Cutoff = 2 }; text = '-Pair Buckingham needs -Dispersion' }
        @{ argument = @{ Pair = 'Buckingham'; Repulsion = 1; Decay = 0.1; Dispersion = 9; Cutoff = 2 }; text = 'no repulsive core' }
        @{ argument = @{ Pair = 'Morse'; Depth = 1; Steepness = '1 nm'; Length = 1; Cutoff = 2 }; text = "'1 nm' is a length; expected an inverse length" }
        @{ argument = @{ Pair = 'Gaussian'; Sigma = 1; Cutoff = 2 }; text = '-Pair Gaussian needs -Height' }
        @{ argument = @{ Pair = 'Gaussian'; Height = 1; Sigma = 1, 2; Cutoff = 2; Type = 'X' }; text = '-Sigma has 2 numbers; -Pair Gaussian takes one' }
        @{ argument = @{ Pair = 'SoftCore' }; text = '-Pair SoftCore needs -Lambda' }
        @{ argument = @{ Pair = 'SoftCore'; Lambda = 2 }; text = 'lambda is 2; expected a number from 0 to 1' }
        @{ argument = @{ Pair = 'Table' }; text = '-Pair Table needs -TablePath' }
        @{ argument = @{ Pair = 'LennardJones'; Modifier = 'Switch' }; text = '-SwitchDistance go together; -Modifier is Switch without' }
        @{ argument = @{ Pair = 'LennardJones'; Modifier = 'Shift'; SwitchDistance = 1 }; text = 'go together; -Modifier is Shift with' }
        @{ argument = @{ Pair = 'LennardJones'; Cutoff = 2; SwitchDistance = 2 }; text = 'switch distance is 2; expected*below the cutoff 2' }
        @{ argument = @{ Pair = 'LennardJones'; Modifier = 'Shift'; Unshifted = $true }; text = '-Unshifted is the same as -Modifier None; -Modifier is Shift' }
        @{ argument = @{ Pair = 'LennardJones'; Modifier = 'Shift'; TailCorrection = $true }; text = '-TailCorrection is for a potential that is cut or switched' }
        @{ argument = @{ Pair = 'LennardJones'; OneFourScale = 0.5 }; text = 'needs -ExcludedBond 3' }
        @{ argument = @{ Pair = 'LennardJones'; Epsilon = 1, 2 }; text = 'name them with -Type' }
        @{ argument = @{ Pair = 'LennardJones'; Epsilon = 1, 2; Type = 'X' }; text = '-Epsilon has 2 numbers; expected one, or 1 for the types' }
        @{ argument = @{ Pair = 'LennardJones'; Type = 'X', 'Y', 'Z' }; text = '-Type names 3 types; expected one or two' }
        @{ argument = @{ Bond = 'KremerGrest'; Sigma = 1, 2; Particle = 0, 1 }; text = '-Sigma has 2 numbers; -Bond KremerGrest takes one' }
        @{ argument = @{ Bond = 'Harmonic' }; text = 'no bonds*-Particle' }
        @{ argument = @{ Bond = 'Harmonic'; Particle = 0, 1 }; text = '-Bond Harmonic needs -ForceConstant' }
        @{ argument = @{ Bond = 'Harmonic'; ForceConstant = 1; Length = 1; Particle = 0, 1, 2 }; text = 'names 3 particles; -Bond Harmonic joins 2*multiple of 2' }
        @{ argument = @{ Bond = 'Quartic'; Length = 1; Particle = 0, 1 }; text = '-Bond Quartic needs -Coefficient k2, k3 and k4' }
        @{ argument = @{ Bond = 'Quartic'; Length = 1; Coefficient = 1, 2, 3, 4; Particle = 0, 1 }; text = 'k2, k3 and k4, not 4 numbers' }
        @{ argument = @{ Bond = 'Quartic'; Length = 1; Coefficient = '1 eV'; Particle = 0, 1 }; text = "'1 eV': -Bond Quartic takes numbers*without unit" }
        @{ argument = @{ Bond = 'Morse'; Depth = 1; Length = 1; Steepness = 0; Particle = 0, 1 }; text = 'steepness is 0; expected a positive' }
        @{ argument = @{ Bond = 'Harmonic'; Depth = 1; Particle = 0, 1 }; text = '-Bond Harmonic does not take -Depth; it takes -ForceConstant, -Length, -Particle' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1; RestAngle = 2; Particle = 0, 1, 2 }; text = '-Angle Cosine does not take -RestAngle' }
        @{ argument = @{ Dihedral = 'Opls'; ForceConstant = 1; Particle = 0, 1, 2, 4 }; text = '-Dihedral Opls does not take -ForceConstant' }
        @{ argument = @{ External = 'DoubleWell'; Radius = 1; Width = 1; BarrierHeight = 1 }; text = '-External DoubleWell does not take -Radius' }
        @{ argument = @{ Bond = 'FlatBottom'; ForceConstant = 1; Particle = 0, 1 }; text = 'needs -MinimumLength, -MaximumLength or both' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1 }; text = 'no angles between bonds*-Particle' }
        @{ argument = @{ Angle = 'Harmonic'; ForceConstant = 1; Particle = 0, 1, 2 }; text = '-Angle Harmonic needs -RestAngle' }
        @{ argument = @{ Angle = 'Harmonic'; ForceConstant = 1; RestAngle = 109.5; Particle = 0, 1, 2 }; text = 'angle is 109.5; expected a number from 0 to 3.14' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1; Particle = 0, 1 }; text = 'names 2 particles; -Angle Cosine joins 3' }
        @{ argument = @{ Angle = 'Cosine'; ForceConstant = 1; Particle = 0, 1, 0 }; text = 'angle 0 is 0-1-0; expected three different' }
        @{ argument = @{ External = 'Field' }; text = '-External Field needs -Strength' }
        @{ argument = @{ External = 'Field'; Strength = '1 pN'; Coupling = 'Mass' }; text = "'1 pN': with -Coupling Mass*without unit" }
        @{ argument = @{ External = 'Field'; Strength = 1; Coupling = 'Charge' }; text = 'UniformField acts on charges*have none' }
        @{ argument = @{ External = 'HarmonicWall'; ForceConstant = 1 }; text = 'needs -Normal for a plane or -Radius for a sphere' }
        @{ argument = @{ External = 'HarmonicWall'; ForceConstant = 1; Normal = 0, 0, 1; Radius = 1 }; text = 'needs -Normal for a plane or' }
        @{ argument = @{ External = 'WcaWall'; Radius = 9; Offset = 1 }; text = '-Offset goes with -Normal, -Center with -Radius' }
        @{ argument = @{ External = 'PositionRestraint'; ForceConstant = 1; Particle = 0, 300 }; text = 'Particle 300 of -Particle*0 to 107' }
        @{ argument = @{ External = 'PositionRestraint'; ForceConstant = 1; Particle = 0; Type = 'X' }; text = '-Particle and -Type exclude' }
        @{ argument = @{ External = 'Field'; Strength = 1; Type = 'Z' }; text = "the type 'Z', but the system's types are X" }
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

    It 'finds particles beyond a hard wall' {
        $fault = Get-Fault { $crystal | Add-SystemForce -External WcaWall -Normal 0, 0, 1 -Offset 3 | Measure-PotentialEnergy }
        "$fault" | Should -BeLike '*LennardJonesWall has no finite energy: particle 0 is at (0, 0, 0)*'
    }

    It 'names a way out of a cutoff that reaches over too many images' {
        $fault = Get-Fault { $crystal | Add-SystemForce -Pair LennardJones -Cutoff 500 }
        $fault.FullyQualifiedErrorId | Should -Be 'InvalidValue,MolShell.Commands.Systems.AddSystemForceCommand'
        "$fault" | Should -BeLike '*cutoff 500 reaches over 105 images*at most 20*Shorten the cutoff, or take a larger box*'
    }
}
