BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $network = $states.Left, $states.Right | New-PathNetwork
    $path = $network.Ensembles[0]
    $shot = New-PathMover -Shooting OneWay -Ensemble $path
    $reversal = New-PathMover -Reversal -Ensemble $path
}

Describe 'New-PathMover' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-PathMover | Should -BeNullOrEmpty
        Get-OutputProblem New-PathMover $shot | Should -BeNullOrEmpty
    }

    It 'composes moves by <name>, which sample' -ForEach @(
        @{ name = 'choice'; script = { $shot, $reversal | New-PathMover -Choice -Weight 3, 1 }; mover = 'RandomChoice' }
        @{ name = 'sequence of each'; script = { $shot, $reversal | New-PathMover -Sequence Each }; mover = 'Sequence' }
        @{ name = 'sequence of all, with a name'; script = { New-PathMover -Sequence All -Mover $shot, $reversal -Name Both }; mover = 'Both' }
        @{ name = 'what is allowed first'; script = { $shot, $reversal | New-PathMover -FirstAllowed }; mover = 'FirstAllowed' }
        @{ name = 'what is allowed last'; script = { $shot, $reversal | New-PathMover -LastAllowed }; mover = 'LastAllowed' }
        @{ name = 'filter'; script = { $shot | New-PathMover -Within $path }; mover = 'OneWayShooting' }
        @{ name = 'direction'; script = { New-PathMover -Shooting OneWay $path -Direction Forward }; mover = 'ForwardShooting' }
    ) {
        $scheme = $network | New-MoveScheme -Mover (& $script) -Remove Shooting
        $steps = @($scheme | Start-PathSampling -System (Get-ToySystem) -Step 10 -Seed 1)
        $steps.Mover | Select-Object -Unique | Should -BeLike "*$mover*"
    }

    It 'is a group of a scheme, with a weight' {
        $group = ($network | New-MoveScheme -Mover $reversal -Weight @{ Custom = 0.25 }).Groups | Where-Object Group -EQ Custom
        $group.Share | Should -Be 0.2
    }

    It 'makes moves between ensembles' {
        $tis = $states.Left, $states.Right | New-PathNetwork -Kind Tis -InterfaceValue -0.4, -0.2
        $inner, $outer = $tis.Ensembles[0, 1]
        "$(New-PathMover -Exchange $inner, $outer)" | Should -BeLike 'ReplicaExchange*'
        "$(New-PathMover -Hop $inner, $outer)" | Should -BeLike 'EnsembleHop*'
        "$(New-PathMover -Subtrajectory Random -From $outer -To $inner)" | Should -BeLike 'RandomSubtrajectory*'
        "$(New-PathMover -Shooting WireFencing $outer)" | Should -BeLike 'WireFencing*'
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a weight too few'; script = { $shot, $reversal | New-PathMover -Choice -Weight 1 }; text = '2 moves, 1 weights' }
        @{ what = 'a direction of two-way shots'; script = { New-PathMover -Shooting TwoWay $path -Direction Forward }; text = '-Direction is for -Shooting OneWay' }
        @{ what = 'a filter of two moves'; script = { $shot, $reversal | New-PathMover -Within $path }; text = '-Within is for one move' }
        @{ what = 'spring shooting without spring'; script = { New-PathMover -Shooting Spring $path }; text = 'needs a spring constant' }
    ) {
        "$(Get-Fault $script)" | Should -BeLike "*$text*"
    }
}
