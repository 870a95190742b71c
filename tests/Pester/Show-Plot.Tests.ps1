BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $x = New-CollectiveVariable -Coordinate 0 -Name x
    $frames = @(Get-ToySystem | Start-MolecularDynamics 200 -ReportInterval 10 -Seed 1)
}

Describe 'Show-Plot' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Show-Plot | Should -BeNullOrEmpty
    }

    It 'writes lines of text of the width and height asked for' {
        $lines = @(1..20 | Show-Plot -Width 60 -Height 12 -Color None)
        $lines | ForEach-Object { $_ | Should -BeOfType ([string]) }
        $lines.Count | Should -BeLessOrEqual 12
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 60
    }

    It 'draws with plain characters with -Ascii' {
        -join (1..20 | Show-Plot -Ascii -Width 60 -Height 12) | Should -Match '^[\x20-\x7e]+$'
        -join (1..20 | Show-Plot -Width 60 -Height 12 -Color None) | Should -Match '[\u2800-\u28ff]'
    }

    It 'draws values of a variable without further words, with name and unit' {
        $text = $frames | Get-CollectiveVariable $x | Show-Plot -Ascii -Width 70 -Height 14 | Out-String
        $text | Should -Match '^x\r?\n'
        $text | Should -Match ' time\r?\n'
        $real = New-DoubleWellSystem -UnitSystem Real -ParticleCount 64 | Start-MolecularDynamics 50 -ReportInterval 5 -Seed 1 |
            Get-CollectiveVariable (New-CollectiveVariable -Distance 0, 1 -Name r)
        $real | Show-Plot -Ascii -Width 70 -Height 14 | Out-String | Should -Match '(?s)^r \[Angstrom\].* time \[fs\]\r?\n'
        $real | Show-Plot -Kind Histogram -Ascii -Width 70 -Height 14 | Out-String | Should -Match '(?s)^count.* r \[Angstrom\]\r?\n'
    }

    It 'draws properties of records' {
        $text = $frames | Show-Plot -X Time -Y PotentialEnergy, KineticEnergy -Ascii -Width 70 -Height 14 -Title Energies | Out-String
        $text | Should -Match 'Energies'
        $text | Should -Match 'PotentialEnergy'
        $text | Should -Match 'KineticEnergy'
        $text | Should -Match 'Time'
    }

    It 'draws objects of any kind, also from Import-Csv' {
        $table = 1..5 | ForEach-Object { [pscustomobject]@{ n = $_; square = $_ * $_ } }
        @($table | Show-Plot -X n -Y square -Ascii -Height 10).Count | Should -BeGreaterThan 5
        @($table | ConvertTo-Csv | ConvertFrom-Csv | Show-Plot -X n -Y square -Ascii -Height 10 -ErrorAction Stop).Count | Should -BeGreaterThan 5
    }

    It 'draws a free energy' {
        $free = New-ToySystem DoubleWell -Temperature 0.5 | Start-MolecularDynamics 5000 -ReportInterval 10 -Seed 1 |
            Get-CollectiveVariable $x | Measure-FreeEnergy -BinCount 20 -WarningAction SilentlyContinue
        $free | Show-Plot -Ascii -Width 70 -Height 14 | Out-String | Should -Match 'kT'
    }

    It 'draws a histogram' {
        $frames | Get-CollectiveVariable $x | Show-Plot -Y Value -Kind Histogram -BinCount 5 -Ascii -Width 60 -Height 10 | Out-String |
            Should -Match 'count'
    }

    It 'reports an object it cannot draw once for all of its kind' {
        $faults = @(Get-ChildItem $PSScriptRoot | Show-Plot 2>&1)
        $faults.Count | Should -Be 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'UnexpectedInput,MolShell.Commands.Plots.ShowPlotCommand'
        $faults[0].CategoryInfo.Category | Should -Be 'InvalidType'
    }

    It 'names the properties there are when it is asked for one there is not' {
        $fault = Get-Fault { $frames[0] | Show-Plot -Y Potential }
        $fault.FullyQualifiedErrorId | Should -Be 'PropertyNotFound,MolShell.Commands.Plots.ShowPlotCommand'
        "$fault" | Should -BeLike "*'Potential'*PotentialEnergy*"
    }

    It 'completes kinds' {
        Complete 'Show-Plot -Kind ' | Should -Be 'Histogram', 'Line', 'Scatter', 'Step'
    }

    It 'refuses a width of 5' {
        (Get-Fault { 1..3 | Show-Plot -Width 5 }).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError,*'
    }
}
