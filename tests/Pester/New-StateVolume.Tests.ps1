BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $x = New-CollectiveVariable -Coordinate 0 -Name x
    $y = New-CollectiveVariable -Coordinate 1 -Name y
}

Describe 'New-StateVolume' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-StateVolume | Should -BeNullOrEmpty
    }

    It 'makes a state of a range, by position and from the pipeline' {
        $positional = New-StateVolume $x -Minimum -1 -Maximum 0.5
        $piped = $x | New-StateVolume -Minimum -1 -Maximum 0.5
        $positional.Definition | Should -Be '-1 <= coordinate(0) < 0.5'
        $piped.Definition | Should -Be $positional.Definition
        Get-OutputProblem New-StateVolume $positional | Should -BeNullOrEmpty
    }

    It 'has its definition by the name of its variable for a name until it gets one' {
        (New-StateVolume $x -Maximum -0.7).Name | Should -Be 'x < -0.7'
        (New-StateVolume $x -Maximum -0.7 -Name A).Name | Should -Be 'A'
        (New-StateVolume $x -Maximum -0.7 -Name A).Definition | Should -Be 'coordinate(0) < -0.7'
    }

    It 'contains its lower end and not its upper one' {
        $state = New-StateVolume $x -Minimum 0 -Maximum 1
        foreach ($case in @(-0.001, $false), @(0, $true), @(0.999, $true), @(1, $false)) {
            $frame = New-ToySystem DoubleWell -Start $case[0] | Start-MolecularDynamics 0 -IncludeStart -Seed 1
            $state.Contains($frame) | Should -Be $case[1] -Because "x is $($case[0])"
        }
    }

    It 'joins states with -And, -Or and -Not' {
        $left = New-StateVolume $x -Maximum 0 -Name left
        $low = New-StateVolume $y -Maximum 0 -Name low
        $frame = New-ToySystem MuellerBrown -Start -0.5, 1 | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        (New-StateVolume -And $left, $low).Contains($frame) | Should -BeFalse
        (New-StateVolume -Or $left, $low).Contains($frame) | Should -BeTrue
        (New-StateVolume -Not $low).Contains($frame) | Should -BeTrue
        (New-StateVolume -And $left, (New-StateVolume -Not $low) -Name corner).Name | Should -Be 'corner'
    }

    It 'joins ranges of one variable to ranges' {
        $left = New-StateVolume $x -Maximum 0 -Name left
        $wide = New-StateVolume $x -Maximum 2
        (New-StateVolume -Except $wide, $left).Definition | Should -Be '0 <= coordinate(0) < 2'
        (New-StateVolume -Xor $left, $wide).Definition | Should -Be '0 <= coordinate(0) < 2'
        (New-StateVolume -Not $left).Definition | Should -Be 'coordinate(0) >= 0'
        (New-StateVolume -And $left, (New-StateVolume -Not $left)).Name | Should -Be 'nothing'
        (New-StateVolume -Everything).Definition | Should -Be (New-StateVolume -Not (New-StateVolume -Nothing)).Definition
    }

    It 'makes a state of each Voronoi centre' {
        $cells = New-StateVolume $x, $y -VoronoiCenter (-0.5, -0.5), (0.5, -0.5), (0, 0.4) -Name A, B, C
        $cells.Name | Should -Be 'A', 'B', 'C'
        $frame = New-ToySystem MuellerBrown -Start 0.4, -0.2 | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        $cells | ForEach-Object { $_.Contains($frame) } | Should -Be $false, $true, $false
        New-StateVolume $x -VoronoiCenter -1, 1 | ForEach-Object { $_.Contains($frame) } | Should -Be $false, $true
        Get-OutputProblem New-StateVolume $cells[0] | Should -BeNullOrEmpty
    }

    It 'shows numbers with a point in a comma culture' {
        (Invoke-UnderCulture de-DE { New-StateVolume $x -Maximum -0.7 }).Definition | Should -Be 'coordinate(0) < -0.7'
    }

    It 'refuses <script>' -ForEach @(
        @{ script = { New-StateVolume $x }; id = 'InvalidValue'; text = 'minimum, a maximum, or both' }
        @{ script = { New-StateVolume $x -Minimum 1 -Maximum 0 }; id = 'InvalidValue'; text = '1 <= x < 0 is empty: the minimum must be below' }
        @{ script = { New-StateVolume $x -Minimum NaN }; id = 'InvalidValue'; text = 'NaN' }
        @{ script = { New-StateVolume $x, $y -Minimum 1 }; id = 'InvalidValue'; text = 'Several variables or names are for -VoronoiCenter' }
        @{ script = { New-StateVolume $x, $y -VoronoiCenter 1, 2 }; id = 'InvalidValue'; text = 'has 1 values; expected one for each of the 2 variables' }
        @{ script = { New-StateVolume 5 -Minimum 1 }; id = 'CannotConvertArgumentNoMessage'; text = 'CollectiveVariable' }
        @{ script = { New-StateVolume $x -Minimum 1 -Not (New-StateVolume $x -Minimum 0) }; id = 'AmbiguousParameterSet'; text = 'Parameter set' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.NewStateVolumeCommand"
        $fault.CategoryInfo.Category | Should -Be 'InvalidArgument'
        "$fault" | Should -BeLike "*$text*"
    }
}
