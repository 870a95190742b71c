BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    Set-Location TestDrive:/
    $system = New-DoubleWellSystem -DimerCount 1
    $frames = @($system | Start-MolecularDynamics -Step 30 -ReportInterval 10 -Seed 1)
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Export-Trajectory' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Export-Trajectory | Should -BeNullOrEmpty
    }

    It 'writes frames, systems and arrays of frames to <name>' -ForEach @(
        @{ name = 'a.extxyz' }
        @{ name = 'a.xyz' }
        @{ name = 'a.dump' }
        @{ name = 'a.extxyz.gz' }
    ) {
        $frames | Export-Trajectory $name
        @(Import-Trajectory $name).Count | Should -Be $frames.Count
        $system | Export-Trajectory $name
        @(Import-Trajectory $name).Count | Should -Be 1
    }

    It 'appends, also to compressed files' -ForEach @(@{ name = 'b.extxyz' }, @{ name = 'b.dump.gz' }) {
        $frames | Export-Trajectory $name -Append
        $frames | Export-Trajectory $name -Append
        (Import-Trajectory $name).Step | Should -Be ($frames.Step + $frames.Step)
    }

    It 'gives the file with -PassThru only' {
        $frames | Export-Trajectory c.extxyz | Should -BeNullOrEmpty
        ($frames | Export-Trajectory c.extxyz -PassThru).Name | Should -Be 'c.extxyz'
    }

    It 'writes nothing with -WhatIf' {
        $frames | Export-Trajectory d.extxyz -WhatIf
        Test-Path d.extxyz | Should -BeFalse
    }

    It 'keeps an existing file with -NoClobber, and when a run fails half way' {
        $frames | Export-Trajectory e.extxyz
        $before = Get-Content e.extxyz -Raw
        (Get-Fault { $system | Export-Trajectory e.extxyz -NoClobber }).FullyQualifiedErrorId | Should -Match 'FileExists'
        try { $frames | ForEach-Object { if ($_.Step -gt 10) { throw 'stop' }; $_ } | Export-Trajectory e.extxyz } catch { $null = $_ }
        Get-Content e.extxyz -Raw | Should -Be $before
        @(Get-ChildItem -Force).Name | Where-Object { $_ -like '.e.extxyz*' } | Should -BeNullOrEmpty
    }

    It 'says what is wrong with <what>' -ForEach @(
        @{ what = 'an unknown extension'; script = { $frames | Export-Trajectory f.docx }; message = '\.extxyz' }
        @{ what = 'something that is no frame'; script = { 3 | Export-Trajectory g.extxyz }; message = 'a frame' }
        @{ what = 'a folder that is not there'; script = { $frames | Export-Trajectory nowhere/g.extxyz }; message = 'does not exist' }
    ) {
        "$(Get-Fault $script)" | Should -Match $message
    }
}
