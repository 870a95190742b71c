BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $module = Get-Module MolShell
}

Describe 'The module' {
    It 'exports what its manifest names, and nothing else' {
        $manifest = Import-PowerShellDataFile (Join-Path $module.ModuleBase MolShell.psd1)
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be ($manifest.CmdletsToExport | Sort-Object)
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }

    It 'has a test file for each cmdlet' {
        $module.ExportedCmdlets.Keys | Where-Object { -not (Test-Path (Join-Path $PSScriptRoot "$_.Tests.ps1")) } | Should -BeNullOrEmpty
    }

    It 'imports without a word, in a fresh session' {
        $text = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "Import-Module '$($module.ModuleBase)/MolShell.psd1' *>&1; (Get-Module MolShell).Name"
        $text | Should -Be 'MolShell'
    }

    It 'has the topic <_>' -ForEach 'about_MolShell', 'about_MolShell_Units', 'about_MolShell_Paths', 'about_MolShell_Networks', 'about_MolShell_Ensembles', 'about_MolShell_Engines', 'about_MolShell_Host' {
        Get-Help $_ | Out-String | Should -Match 'SHORT DESCRIPTION|SYNOPSIS'
    }

    It 'has cmdlets that users find' {
        (Get-Command -Module MolShell -Noun *System).Name | Should -Contain 'New-ToySystem'
        Complete 'Start-Path' | Should -Contain 'Start-PathSampling'
    }

    It 'runs the commands of its description' {
        Set-Location TestDrive:/
        try {
            (New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 2000 -ReportInterval 100 -Seed 7 | Measure-Object).Count | Should -Be 20
            New-DoubleWellSystem -ChainLength 4 -ParticleCount 216 -Density 0.96 | Measure-PotentialEnergy | ForEach-Object ParticleCount | Should -Be 216
            $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
            $x = New-CollectiveVariable -Coordinate 0 ; $A = New-StateVolume $x -Maximum -0.7 ; $B = New-StateVolume $x -Minimum 0.7
            $statistic = New-PathNetwork -Kind Tps -Initial $A -Final $B | New-MoveScheme -Shooting OneWay | Start-PathSampling -System $s -Step 1000 -Path run.molpath -Seed 1 | Measure-PathStatistic
            $statistic.Steps | Should -Be 1000
            Import-PathSampling run.molpath | Measure-PathDensity -Variable $x | Export-Plot density.svg
            'density.svg' | Should -Exist
        } finally {
            Set-Location $PSScriptRoot
        }
    }

    It 'gives objects that stay as they are when they go through a job' {
        $frame = Get-ToySystem | Start-MolecularDynamics 1 -ReportInterval 1 -Seed 1
        $back = Start-ThreadJob { param($f) $f } -ArgumentList $frame | Receive-Job -Wait -AutoRemoveJob
        [object]::ReferenceEquals($back, $frame) | Should -BeTrue
    }

    It 'gives records that can be written as JSON and CSV and read back' {
        $frame = Get-ToySystem | Start-MolecularDynamics 1 -ReportInterval 1 -Seed 1
        ($frame | ConvertTo-Json -Depth 4 | ConvertFrom-Json).Positions[0].X | Should -Be $frame.Positions[0].X
        [double]($frame | ConvertTo-Csv | ConvertFrom-Csv).Temperature | Should -Be $frame.Temperature
    }
}
