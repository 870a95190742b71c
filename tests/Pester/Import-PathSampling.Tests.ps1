BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $states = Get-ToyState
    Set-Location TestDrive:/
    $scheme = New-PathNetwork $states.Left $states.Right | New-MoveScheme
    $steps = @{}
    foreach ($seed in 1, 2) {
        $steps[$seed] = @($scheme | Start-PathSampling -System (Get-ToySystem) -Step 12 -Seed $seed -Path "run$seed.molpath")
    }
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Import-PathSampling' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Import-PathSampling | Should -BeNullOrEmpty
    }

    It 'gives back what was sampled, frames included' {
        $read = @(Import-PathSampling run1.molpath)
        $read.Count | Should -Be 12
        foreach ($i in 0..11) {
            $read[$i].Accepted | Should -Be $steps[1][$i].Accepted
            $read[$i].PathLength | Should -Be $steps[1][$i].PathLength
            $read[$i].Mover | Should -Be $steps[1][$i].Mover
        }

        $read[-1].Trajectory.Count | Should -Be $steps[1][-1].Trajectory.Count
        @($read[-1].Trajectory)[3].Positions[0].X | Should -Be @($steps[1][-1].Trajectory)[3].Positions[0].X
        Get-OutputProblem Import-PathSampling $read | Should -BeNullOrEmpty
    }

    It 'takes files by <how>' -ForEach @(
        @{ how = 'wildcard'; script = { Import-PathSampling *.molpath } }
        @{ how = 'several names'; script = { Import-PathSampling run1.molpath, run2.molpath } }
        @{ how = 'names from the pipeline'; script = { 'run1.molpath', 'run2.molpath' | Import-PathSampling } }
        @{ how = 'files from the pipeline'; script = { Get-ChildItem *.molpath | Import-PathSampling } }
        @{ how = 'their exact names'; script = { Import-PathSampling -LiteralPath run1.molpath, run2.molpath } }
    ) {
        @(& $script).Count | Should -Be 24
    }

    It 'reads a part' {
        (Import-PathSampling run1.molpath -Skip 10).Step | Should -Be 11, 12
        (Import-PathSampling run1.molpath -First 2).Step | Should -Be 1, 2
        (Import-PathSampling run1.molpath -Skip 2 -First 3).Step | Should -Be 3, 4, 5
        (Import-PathSampling run1.molpath -Last 2).Step | Should -Be 11, 12
        (Import-PathSampling run1.molpath -Stride 5).Step | Should -Be 1, 6, 11
        (Import-PathSampling run1.molpath -Skip 2 -Stride 5).Step | Should -Be 3, 8
        @(Import-PathSampling run1.molpath -Skip 100).Count | Should -Be 0
    }

    It 'reads names with brackets' {
        Copy-Item run1.molpath 'TestDrive:/a[1].molpath'
        @(Import-PathSampling -LiteralPath 'a[1].molpath').Count | Should -Be 12
        @(Get-Item -LiteralPath 'a[1].molpath' | Import-PathSampling).Count | Should -Be 12
    }

    It 'reports a file it cannot read and goes on with the next: <name>' -ForEach @(
        @{ name = 'missing.molpath'; id = 'FileNotFound'; category = 'ObjectNotFound' }
        @{ name = 'broken.molpath'; id = 'InvalidRunFile'; category = 'InvalidData' }
        @{ name = 'cut.molpath'; id = 'InvalidRunFile'; category = 'InvalidData' }
        @{ name = 'empty.molpath'; id = 'InvalidRunFile'; category = 'InvalidData' }
    ) {
        Set-Content broken.molpath 'This is no run file.'
        New-Item empty.molpath -Force | Out-Null
        $bytes = [IO.File]::ReadAllBytes((Get-Item run1.molpath).FullName)
        [IO.File]::WriteAllBytes((Join-Path (Get-PSDrive TestDrive).Root cut.molpath), $bytes[0..([int]($bytes.Length / 3))])
        $read = @(Import-PathSampling $name, run1.molpath -ErrorVariable faults -ErrorAction SilentlyContinue)
        $read.Count | Should -BeGreaterOrEqual 12
        $faults.Count | Should -Be 1
        $faults[0].FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.ImportPathSamplingCommand"
        $faults[0].CategoryInfo.Category | Should -Be $category
        "$($faults[0])" | Should -BeLike "*$name*"
    }

    It 'stops when a later command has enough' {
        (Import-PathSampling run1.molpath | Select-Object -First 2).Step | Should -Be 1, 2
    }
}
