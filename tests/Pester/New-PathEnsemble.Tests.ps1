BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
}

Describe 'New-PathEnsemble' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-PathEnsemble | Should -BeNullOrEmpty
    }

    It 'describes transitions, by name and by position' {
        $named = New-PathEnsemble -Transition -Initial $states.Left -Final $states.Right
        $positional = New-PathEnsemble -Transition $states.Left $states.Right
        $named.Name | Should -Be 'A -> B'
        $positional.Definition | Should -Be $named.Definition
        Get-OutputProblem New-PathEnsemble $named | Should -BeNullOrEmpty
    }

    It 'describes transitions of a length' {
        (New-PathEnsemble -Transition $states.Left $states.Right -Length 200).Definition | Should -BeLike '*200*'
    }

    It 'tells members of <name>' -ForEach @(
        @{ name = 'an interface'; make = { New-PathEnsemble -Interface $a $b -Value -0.5 }; members = 'AooA', 'AooB'; others = 'AnA', 'AooC', 'ooB' }
        @{ name = 'a minus ensemble'; make = { New-PathEnsemble -Minus $a $b -Value -0.5 }; members = 'AoAoA', 'AnoAAnoA'; others = 'AoA', 'AoBoA' }
        @{ name = 'visiting all'; make = { New-PathEnsemble -VisitAll $a, $b }; members = 'nAnAB', 'BA'; others = 'AnA', 'ABn' }
        @{ name = 'all in'; make = { New-PathEnsemble -AllIn $a, $b }; members = 'A', 'AB'; others = 'AnB', '' }
        @{ name = 'all out with a length'; make = { New-PathEnsemble -AllOut $a, $b -Length 2, 3 }; members = 'no', 'nnn'; others = 'n', 'nA', 'nnnn' }
        @{ name = 'part in'; make = { New-PathEnsemble -PartIn $a -Length 2 }; members = 'nA', 'AA'; others = 'A', 'nn' }
        @{ name = 'part out'; make = { New-PathEnsemble -PartOut $a }; members = 'nA', 'B'; others = 'A', 'AA' }
        @{ name = 'a length'; make = { New-PathEnsemble -Length 2, 3 }; members = 'AB', 'nnn'; others = 'A', 'nnnn' }
        @{ name = 'a sequence'; make = { New-PathEnsemble -Sequence $inA, $inB }; members = 'AB', 'AABB'; others = 'AnB', 'A' }
        @{ name = 'a sequence with gaps'; make = { New-PathEnsemble -Sequence $inA, $inB -MinimumOverlap -2 -MaximumOverlap 0 }; members = 'AB', 'AnB', 'AnnBB'; others = 'AnnnB', 'A' }
        @{ name = 'a sequence with overlap'; make = { New-PathEnsemble -Sequence $inA, (New-PathEnsemble -AllIn $a, $b) -MinimumOverlap 1 }; members = 'AB', 'A'; others = 'B', 'nB' }
        @{ name = 'a part that may be left out'; make = { New-PathEnsemble -Sequence $inA, (New-PathEnsemble -Optional (New-PathEnsemble -AllIn $between)), $inB }; members = 'AB', 'AnnB'; others = 'An', 'B' }
        @{ name = 'and'; make = { New-PathEnsemble -And $inA, (New-PathEnsemble -Length 2) }; members = , 'AA'; others = 'A', 'AB' }
        @{ name = 'or'; make = { New-PathEnsemble -Or $inA, $inB }; members = 'A', 'BB'; others = 'AB', 'n' }
        @{ name = 'xor'; make = { New-PathEnsemble -Xor $inA, (New-PathEnsemble -Length 1) }; members = 'AA', 'B'; others = 'A', 'BB' }
        @{ name = 'except'; make = { New-PathEnsemble -Except $inA, (New-PathEnsemble -Length 1) }; members = , 'AA'; others = 'A', 'B' }
        @{ name = 'not'; make = { New-PathEnsemble -Not $inA }; members = 'B', 'An', ''; others = , 'A' }
        @{ name = 'the reverse'; make = { New-PathEnsemble -Reverse (New-PathEnsemble -Transition $a $b) }; members = , 'BnA'; others = , 'AnB' }
    ) {
        $a, $b = $states.Left, $states.Right
        $between = New-StateVolume -Not (New-StateVolume -Or $a, $b)
        $inA, $inB = (New-PathEnsemble -AllIn $a), (New-PathEnsemble -AllIn $b)
        $frames = @{}
        foreach ($place in @('A', -0.9), @('B', 0.9), @('n', -0.6), @('o', 0), @('C', 0.1)) {
            $frames[$place[0]] = New-ToySystem DoubleWell -Start $place[1] | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        }

        $ensemble = (& $make).WithName('mine')
        $ensemble.Name | Should -Be 'mine'
        foreach ($word in $members + $others) {
            $path = [MolShell.Compute.Paths.Trajectory]::FromFrames([MolShell.Compute.Systems.Frame[]]@($word.ToCharArray() | ForEach-Object { $frames["$_"] }))
            $ensemble.Contains($path) | Should -Be ($word -cin $members) -Because "the path is $word"
        }
    }

    It 'names ensembles' {
        (New-PathEnsemble -AllIn $states.Left -Name in).Name | Should -Be 'in'
        (New-PathEnsemble -AllIn $states.Left, $states.Right).Name | Should -Be 'all frames in A or B'
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-PathEnsemble -Transition $states.Left $states.Right -Length 2 }; id = 'InvalidValue'; text = '2' }
        @{ script = { New-PathEnsemble -Length 3, 2 }; id = 'InvalidValue'; text = 'number of frames is 3 to 2' }
        @{ script = { New-PathEnsemble -VisitAll $states.Left }; id = 'InvalidValue'; text = 'at least two' }
        @{ script = { New-PathEnsemble -VisitAll $states.Left, (New-StateVolume $states.Variable -Maximum 0 -Name wide) }; id = 'InvalidValue'; text = 'overlap' }
        @{ script = { New-PathEnsemble -Interface $states.Left $states.Right -Value -0.9 }; id = 'InvalidValue'; text = 'inside the state' }
        @{ script = { New-PathEnsemble -Sequence (New-PathEnsemble -Length 1), (New-PathEnsemble -Length 1) -MinimumOverlap 2 -MaximumOverlap 1 }; id = 'InvalidValue'; text = 'overlap 2 after part 0 of the sequence is above the greatest, 1' }
        @{ script = { New-PathEnsemble -Transition -Initial 5 -Final $states.Right }; id = 'CannotConvertArgumentNoMessage'; text = 'StateVolume' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.NewPathEnsembleCommand"
        "$fault" | Should -BeLike "*$text*"
    }
}
