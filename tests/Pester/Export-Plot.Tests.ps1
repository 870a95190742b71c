BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'Export-Plot' {
    BeforeEach {
        Set-Location TestDrive:/
        Get-ChildItem TestDrive:/ | Remove-Item -Recurse -Force
    }

    AfterAll {
        Set-Location $PSScriptRoot
    }

    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Export-Plot | Should -BeNullOrEmpty
    }

    It 'writes <_>, without a word' -ForEach 'plot.svg', 'plot.html', 'PLOT.SVG' {
        @(1..5 | Export-Plot $_).Count | Should -Be 0
        $_ | Should -Exist
        Get-Content $_ -Raw | Should -Match '<svg|<html'
        @(Get-ChildItem -Force).Count | Should -Be 1
    }

    It 'gives the file with -PassThru' {
        $file = 1..5 | Export-Plot plot.svg -PassThru
        $file | Should -BeOfType ([IO.FileInfo])
        $file.Name | Should -Be 'plot.svg'
        $file.Length | Should -BeGreaterThan 100
    }

    It 'writes valid XML with the labels it was given, in any culture' {
        Invoke-UnderCulture de-DE { 0.5, 1.5, 2.5 | Export-Plot plot.svg -Title 'a < b & c' -XLabel 'time [ps]' -YLabel 'x [nm]' }
        $text = ([xml](Get-Content plot.svg -Raw)).svg.OuterXml
        $text | Should -Match 'a &lt; b &amp; c'
        $text | Should -Match 'time \[ps\]'
        $text | Should -Not -Match '\d,\d+[ "]'
    }

    It 'has the size it was given' {
        1..5 | Export-Plot plot.svg -Width 400 -Height 300
        $svg = ([xml](Get-Content plot.svg -Raw)).svg
        $svg.width, $svg.height | Should -Be '400', '300'
    }

    It 'writes nothing with -WhatIf' {
        1..5 | Export-Plot plot.svg -WhatIf
        'plot.svg' | Should -Not -Exist
    }

    It 'replaces a file, but not with -NoClobber, and one that is read-only only with -Force' {
        Set-Content plot.svg 'before'
        $fault = Get-Fault { 1..5 | Export-Plot plot.svg -NoClobber }
        $fault.FullyQualifiedErrorId | Should -Be 'FileExists,MolShell.Commands.Plots.ExportPlotCommand'
        $fault.CategoryInfo.Category | Should -Be 'ResourceExists'
        Get-Content plot.svg | Should -Be 'before'

        Set-ItemProperty plot.svg IsReadOnly $true
        $fault = Get-Fault { 1..5 | Export-Plot plot.svg }
        $fault.FullyQualifiedErrorId | Should -Be 'FileAccessDenied,MolShell.Commands.Plots.ExportPlotCommand'
        $fault.CategoryInfo.Category | Should -Be 'PermissionDenied'
        "$fault" | Should -BeLike '*plot.svg*read-only*-Force*'
        1..5 | Export-Plot plot.svg -Force
        Get-Content plot.svg -Raw | Should -Match '<svg'
    }

    It 'sees that it cannot write before it takes any input: <path>' -ForEach @(
        @{ path = 'plot.png'; id = 'UnknownFileFormat'; category = 'InvalidArgument'; text = '*plot.png*.svg, .html*' }
        @{ path = 'no/such/plot.svg'; id = 'FileNotFound'; category = 'ObjectNotFound'; text = '*plot.svg*folder*does not exist*' }
        @{ path = 'Env:plot.svg'; id = 'NotAFileSystemPath'; category = 'InvalidArgument'; text = '*Environment*' }
    ) {
        $script:taken = 0
        $fault = Get-Fault { 1..5 | ForEach-Object { $script:taken++; $_ } | Export-Plot $path }
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Plots.ExportPlotCommand"
        $fault.CategoryInfo.Category | Should -Be $category
        "$fault" | Should -BeLike $text
        $script:taken | Should -Be 0
    }

    It 'reports that nothing came' {
        $fault = Get-Fault { @() | Export-Plot plot.svg }
        $fault.FullyQualifiedErrorId | Should -Be 'NoInput,MolShell.Commands.Plots.ExportPlotCommand'
        'plot.svg' | Should -Not -Exist
    }
}
