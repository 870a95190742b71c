BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    Set-Location TestDrive:/
    $scheme = New-PathNetwork $states.Left $states.Right | New-MoveScheme
    foreach ($seed in 1, 2) {
        $scheme | Start-PathSampling -System (Get-ToySystem) -Step 40 -Seed $seed -Path "run$seed.molpath" -KeepRejected | Out-Null
    }
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Export-PathSampling' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Export-PathSampling | Should -BeNullOrEmpty
    }

    It 'writes a part, with the numbers of its steps, and gives the file' {
        $file = Import-PathSampling run1.molpath -Skip 10 -Stride 5 | Export-PathSampling part.molpath -PassThru
        Get-OutputProblem Export-PathSampling $file | Should -BeNullOrEmpty
        $part = @($file | Import-PathSampling)
        $part.Step | Should -Be 11, 16, 21, 26, 31, 36
        $whole = @(Import-PathSampling run1.molpath)
        $part.PathLength | Should -Be $whole[10, 15, 20, 25, 30, 35].PathLength
        (Import-PathSampling part.molpath -Skip 1 -First 2).Step | Should -Be 16, 21
        (Import-PathSampling part.molpath -Last 1).Step | Should -Be 36
    }

    It 'prunes a file in place, which can then go on' {
        Copy-Item run1.molpath pruned.molpath
        $size = (Get-Item pruned.molpath).Length
        Import-PathSampling pruned.molpath | Export-PathSampling pruned.molpath -DropRejected -FrameStride 0 -Force
        (Get-Item pruned.molpath).Length | Should -BeLessThan $size
        (Import-PathSampling pruned.molpath).PathLength | Should -Be (Import-PathSampling run1.molpath).PathLength
        @(Import-PathSampling pruned.molpath | Where-Object HasFrames).Count | Should -BeLessThan 40
        $next = $scheme | Start-PathSampling -System (Get-ToySystem) -Step 41 -Path pruned.molpath -Resume
        $next.Step | Should -Be 41
        $x = New-CollectiveVariable -Coordinate 0
        { Import-PathSampling pruned.molpath | Measure-PathDensity -Variable $x } | Should -Throw '*was written without them*'
    }

    It 'writes steps behind those of a part' {
        Import-PathSampling run1.molpath -First 15 | Export-PathSampling parts.molpath -Append
        Import-PathSampling run1.molpath -Skip 15 | Export-PathSampling parts.molpath -Append
        (Import-PathSampling parts.molpath).PathLength | Should -Be (Import-PathSampling run1.molpath).PathLength
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'an existing file'; id = 'FileExists'; script = { Import-PathSampling run1.molpath | Export-PathSampling run2.molpath } }
        @{ what = 'steps of another run'; id = 'InvalidRunFile'; script = { Import-PathSampling run1.molpath | Export-PathSampling run2.molpath -Append } }
        @{ what = 'steps of two runs'; id = 'InvalidValue'; script = { Import-PathSampling run?.molpath | Export-PathSampling new.molpath } }
        @{ what = 'steps of runs read as one'; id = 'InvalidValue'; script = { Import-PathSampling run?.molpath -Merge | Export-PathSampling new.molpath } }
        @{ what = '-Append with -Force'; id = 'InvalidValue'; script = { Import-PathSampling run1.molpath | Export-PathSampling run2.molpath -Append -Force } }
        @{ what = 'a folder that is not there'; id = 'FileNotFound'; script = { Import-PathSampling run1.molpath | Export-PathSampling no/new.molpath } }
    ) {
        $script | Should -Throw -ErrorId "$id,MolShell.Commands.Paths.ExportPathSamplingCommand"
        Test-Path new.molpath | Should -BeFalse
    }

    It 'writes nothing with -WhatIf' {
        Import-PathSampling run1.molpath | Export-PathSampling new.molpath -WhatIf
        Test-Path new.molpath | Should -BeFalse
    }
}

Describe 'Import-PathSampling -Merge' {
    It 'reads runs as one' {
        $steps = @(Import-PathSampling run1.molpath, run2.molpath -Skip 10 -Merge)
        $steps.Step | Should -Be (1..60)
        ($steps | Measure-PathStatistic).Steps | Should -Be 60
    }

    It 'refuses a run of another network' {
        New-PathNetwork $states.Right $states.Left | New-MoveScheme |
            Start-PathSampling -System (Get-ToySystem) -Step 2 -Seed 1 -Path other.molpath | Out-Null
        { Import-PathSampling run1.molpath, other.molpath -Merge -ErrorAction Stop } | Should -Throw '*another network*'
    }
}
