BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    $x = $states.Variable
    $network = New-PathNetwork $states.Left $states.Right
}

Describe 'New-MoveScheme' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-MoveScheme | Should -BeNullOrEmpty
    }

    It 'shoots one way from anywhere when nothing is said' {
        $scheme = $network | New-MoveScheme
        @($scheme.Movers).Count | Should -Be 1
        "$scheme" | Should -BeLike 'OneWayShooting*'
        $scheme.Network | Should -Be $network
        Get-OutputProblem New-MoveScheme $scheme | Should -BeNullOrEmpty
    }

    It 'mixes moves by weight, and takes the network by position' {
        $scheme = New-MoveScheme $network -Shooting TwoWay -VelocityModifier Random -Reversal -ShootingWeight 3 -ReversalWeight 1
        "$scheme" | Should -Match 'TwoWayShooting.*75 %.*PathReversal.*25 %'
        $scheme | Get-ViewText | Out-String | Should -Match '75 %.*25 %'
    }

    It 'takes <argument.VelocityModifier>' -ForEach @(
        @{ argument = @{ VelocityModifier = 'Random'; ConserveMomentum = $true } }
        @{ argument = @{ VelocityModifier = 'Direction'; KickWidth = 0.1 } }
        @{ argument = @{ VelocityModifier = 'SingleAtomDirection'; KickWidth = 0.1; Particle = 0 } }
    ) {
        @(($network | New-MoveScheme -Shooting TwoWay @argument).Movers).Count | Should -Be 1
    }

    It 'completes <line>' -ForEach @(
        @{ line = 'New-MoveScheme -Shooting '; expected = 'InterfaceConstrained', 'OneWay', 'Spring', 'TwoWay', 'WireFencing' }
        @{ line = 'New-MoveScheme -Selector '; expected = 'Gaussian', 'Uniform' }
        @{ line = 'New-MoveScheme -VelocityModifier '; expected = 'Direction', 'None', 'Random', 'SingleAtomDirection' }
    ) {
        Complete $line | Should -Be $expected
    }

    It 'refuses <argument>' -ForEach @(
        @{ argument = @{ Selector = 'Gaussian' }; id = 'InvalidValue'; text = '-SelectorVariable, -SelectorCenter and -SelectorAlpha' }
        @{ argument = @{ SelectorAlpha = 1 }; id = 'InvalidValue'; text = 'are for -Selector Gaussian' }
        @{ argument = @{ Shooting = 'TwoWay'; VelocityModifier = 'Direction' }; id = 'InvalidValue'; text = 'needs -KickWidth' }
        @{ argument = @{ ShootingWeight = 0 }; id = 'ParameterArgumentValidationError'; text = '0' }
        @{ argument = @{ Shooting = 'Sideways' }; id = 'CannotConvertArgumentNoMessage'; text = 'OneWay, TwoWay' }
    ) {
        $fault = Get-Fault { New-MoveScheme $network @argument }
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.NewMoveSchemeCommand"
        "$fault" | Should -BeLike "*$text*"
    }

    It 'refuses a selector that is not sharp' {
        $fault = Get-Fault { New-MoveScheme $network -Selector Gaussian -SelectorVariable $x -SelectorCenter 0 -SelectorAlpha -1 }
        "$fault" | Should -BeLike '*-1*'
    }

    It 'warns of a reversal that is never accepted' {
        $x = New-CollectiveVariable -Coordinate 0
        $left = New-StateVolume $x -Maximum -0.7
        $right = New-StateVolume $x -Minimum 0.7
        New-PathNetwork -Initial $left -Final $right | New-MoveScheme -Reversal -WarningVariable oneWay -WarningAction SilentlyContinue | Should -Not -BeNullOrEmpty
        "$oneWay" | Should -BeLike 'Path reversal is never accepted*'
        $left, $right | New-PathNetwork | New-MoveScheme -Reversal -WarningVariable bothWays | Should -Not -BeNullOrEmpty
        $bothWays | Should -BeNullOrEmpty
    }

    Context 'with interfaces' {
        BeforeAll {
            $tis = $states.Left, $states.Right | New-PathNetwork -Kind Tis -InterfaceValue -0.4, -0.2, 0
        }

        It 'shoots by wire fencing, with a cap where it is beyond the interface' {
            $scheme = $tis | New-MoveScheme -Shooting WireFencing -Jump 3 -Cap -0.1
            $shots = @($scheme.Movers.Mover | Where-Object Name -EQ WireFencing)
            $shots.Count | Should -Be 3
            "$($shots[0])" | Should -BeLike '*3 jumps, cap -0.1'
            "$($shots[2])" | Should -BeLike '*3 jumps, no cap'
            $tis | New-MoveScheme -Cap 0 -ErrorAction SilentlyContinue -ErrorVariable refused | Should -BeNullOrEmpty
            "$refused" | Should -BeLike '*-Shooting WireFencing*'
        }

        It 'has the usual groups and weights' {
            $scheme = $tis | New-MoveScheme -Default
            ($scheme.Groups | Sort-Object Group).Group | Should -Be 'Minus', 'PathReversal', 'ReplicaExchange', 'Shooting'
            ($scheme.Groups | Where-Object Group -EQ Minus).Weight | Should -Be 0.2
            $scheme.Groups | Format-Table | Out-String | Should -Match 'OneWayShooting'
        }

        It 'weighs, adds and removes groups' {
            $scheme = $tis | New-MoveScheme -Weight @{ Minus = 1; shooting = 2 } -Remove ReplicaExchange
            ($scheme.Groups | Where-Object Group -EQ Minus).Weight | Should -Be 1
            ($scheme.Groups | Where-Object Group -EQ Shooting).Weight | Should -Be 2
            $scheme.Groups.Group | Should -Not -Contain 'ReplicaExchange'
            ($tis | New-MoveScheme -ReplicaExchange None -Minus:$false -Add Minus).Groups.Group | Should -Contain 'Minus'
            ($tis | New-MoveScheme -Minus:$false).Groups.Group | Should -Not -Contain 'Minus'
            { $tis | New-MoveScheme -Weight @{ Nonsense = 1 } -ErrorAction Stop } | Should -Throw '*no group of movers Nonsense*'
        }

        It 'shoots from the interface, and says why it needs reversal' {
            ($tis | New-MoveScheme -Shooting InterfaceConstrained).Moves | Should -BeLike '*InterfaceConstrainedShooting*'
            { $tis | New-MoveScheme -Shooting InterfaceConstrained -Reversal:$false -ErrorAction Stop } | Should -Throw '*needs path reversal*'
            { $tis | New-MoveScheme -Shooting Spring -ErrorAction Stop } | Should -Throw '*spring constant*'
            ($tis | New-MoveScheme -Shooting Spring -SpringConstant 0.05).Moves | Should -BeLike '*SpringShooting*'
        }

        It 'warns where constrained shots leave a side of the interface unsampled, and adds one-way shots beside them' {
            $x = New-CollectiveVariable -Coordinate 0
            $states = 'A', 'B', 'C' | ForEach-Object { New-StateVolume $x -Minimum ([int][char]$_) -Maximum ([int][char]$_ + 0.5) -Name $_ }
            $three = $states | New-PathNetwork -Kind Mstis -InterfaceVariable $x -InterfaceValue 70, 71
            $null = $three | New-MoveScheme -Shooting InterfaceConstrained -WarningVariable warnings -WarningAction SilentlyContinue
            $warnings | Should -BeLike '*beside another of the 3 states*-Add OneWayShooting*'
            $scheme = $three | New-MoveScheme -Shooting InterfaceConstrained -Add OneWayShooting -WarningVariable warnings
            $warnings | Should -BeNullOrEmpty
            ($scheme.Groups | Where-Object Group -EQ OneWayShooting).Weight | Should -Be 1
            $null = $tis | New-MoveScheme -Shooting InterfaceConstrained -WarningVariable warnings
            $warnings | Should -BeNullOrEmpty
        }

        It 'lets one path pass through all ensembles' {
            $scheme = $tis | New-MoveScheme -SingleReplica -Bias 1, 4, 9
            $scheme.IsSingleReplica | Should -BeTrue
            $scheme.Groups.Group | Should -Contain 'EnsembleHop'
            { $tis | New-MoveScheme -SingleReplica -Bias 1, 4 -ErrorAction Stop } | Should -Throw '*2 biases for the 3 ensembles*'
            $steps = $scheme | Start-PathSampling -System (Get-ToySystem) -Step 300 -Seed 1
            @($steps.Samples | Group-Object Ensemble).Count | Should -Be 3
        }

        It 'samples with constrained shots that are all accepted' {
            $steps = $tis | New-MoveScheme -Shooting InterfaceConstrained | Start-PathSampling -System (Get-ToySystem) -Step 200 -Seed 1
            $shots = $steps | Where-Object Mover -EQ InterfaceConstrainedShooting
            $shots.Count | Should -BeGreaterThan 50
            $shots.Accepted | Should -Not -Contain $false
        }
    }
}
