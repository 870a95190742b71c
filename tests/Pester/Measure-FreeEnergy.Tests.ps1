BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $x = New-CollectiveVariable -Coordinate 0 -Name x
    $y = New-CollectiveVariable -Coordinate 1 -Name y
    $line = @(New-ToySystem DoubleWell -Temperature 0.5 | Start-MolecularDynamics 20000 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $x)
    $plane = @(New-ToySystem TwoWells | Start-MolecularDynamics 2000 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $x, $y)
}

Describe 'Measure-FreeEnergy' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Measure-FreeEnergy | Should -BeNullOrEmpty
    }

    It 'gives one profile of one variable, with the lowest bin at 0' {
        $profiles = @($line | Measure-FreeEnergy -BinCount 20 -WarningAction SilentlyContinue)
        $profiles.Count | Should -Be 1
        $profiles[0].Variable | Should -Be 'x'
        $profiles[0].EnergyUnit | Should -Be 'kT'
        $profiles[0].Points.Count | Should -Be 20
        ($profiles[0].FreeEnergy | Measure-Object -Minimum).Minimum | Should -Be 0
        Get-OutputProblem Measure-FreeEnergy $profiles | Should -BeNullOrEmpty
    }

    It 'lists points as records' {
        $points = ($line | Measure-FreeEnergy -BinCount 5 -Minimum -1.5 -Maximum 1.5 -WarningAction SilentlyContinue).Points
        $points.Count | Should -Be 5
        $points | Get-ViewText | Out-String | Should -Not -Match '`\d|MolShell\.'
    }

    It 'gives energies in the units of the system with -Temperature' {
        $kT = $line | Measure-FreeEnergy -BinCount 10 -WarningAction SilentlyContinue
        $energy = $line | Measure-FreeEnergy -BinCount 10 -Temperature 0.5 -WarningAction SilentlyContinue
        foreach ($i in 0..9) {
            [math]::Abs($energy.FreeEnergy[$i] - 0.5 * $kT.FreeEnergy[$i]) | Should -BeLessThan 1e-12
        }
    }

    It 'gives a surface of two variables, or a profile of each' {
        $surface = @($plane | Measure-FreeEnergy -BinCount 8 -WarningAction SilentlyContinue)
        $surface.Count | Should -Be 1
        $surface[0] | Should -BeOfType ([MolShell.Compute.Variables.FreeEnergySurface])
        Get-OutputProblem Measure-FreeEnergy $surface | Should -BeNullOrEmpty
        ($plane | Measure-FreeEnergy -BinCount 8 -Separate -WarningAction SilentlyContinue).Variable | Should -Be 'x', 'y'
    }

    It 'warns of a series that is too short for its errors' {
        $line | Select-Object -First 50 | Measure-FreeEnergy -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
        "$warnings" | Should -BeLike '50 values of x*Sample longer*'
    }

    It 'warns in the same words in a comma culture' {
        $texts = foreach ($culture in 'en-US', 'de-DE') {
            Invoke-UnderCulture $culture {
                $line | Select-Object -First 50 | Measure-FreeEnergy -WarningVariable warnings -WarningAction SilentlyContinue | Out-Null
                "$warnings"
            }
        }
        $texts[1] | Should -Be $texts[0]
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'one variable more than a surface has'; script = { $line[0..9] + $plane[0..19] | Measure-FreeEnergy }; id = 'InvalidValue'; text = '*' }
        @{ what = 'one bin'; script = { $line | Measure-FreeEnergy -BinCount 1 }; id = 'ParameterArgumentValidationError'; text = '*1*' }
        @{ what = 'an empty range'; script = { $line | Measure-FreeEnergy -Minimum 1 -Maximum -1 }; id = 'InvalidOperation'; text = '*1*' }
        @{ what = 'a temperature that is a length'; script = { $line | Measure-FreeEnergy -Temperature '3 nm' }; id = 'InvalidValue'; text = "*'3 nm'*" }
        @{ what = 'one value'; script = { $line[0] | Measure-FreeEnergy }; id = 'InvalidOperation'; text = '*' }
    ) {
        $fault = Get-Fault $script
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Variables.MeasureFreeEnergyCommand"
        "$fault" | Should -BeLike $text
    }

    It 'refuses what is no value of a variable' {
        (Get-Fault { 5 | Measure-FreeEnergy -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
    }

    It 'warns that nothing came, and gives nothing' {
        @() | Measure-FreeEnergy -WarningVariable warnings -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        "$warnings" | Should -BeLike 'No values of a collective variable*'
    }
}
