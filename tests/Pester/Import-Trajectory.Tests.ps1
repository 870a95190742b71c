BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    Set-Location TestDrive:/
    $frames = @(New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 60 -ReportInterval 10 -Seed 1)
    $frames | Export-Trajectory run.extxyz
    $frames | Export-Trajectory run.lammpstrj.gz
}

AfterAll {
    Set-Location $PSScriptRoot
}

Describe 'Import-Trajectory' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Import-Trajectory | Should -BeNullOrEmpty
    }

    It 'gives back the frames of <name>' -ForEach @(
        @{ name = 'run.extxyz' }
        @{ name = 'run.lammpstrj.gz' }
    ) {
        $read = @(Import-Trajectory $name -UnitSystem Reduced)
        $read.Count | Should -Be $frames.Count
        foreach ($i in 0..($frames.Count - 1)) {
            $read[$i].Step | Should -Be $frames[$i].Step
            $read[$i].Positions[0].X | Should -Be $frames[$i].Positions[0].X
        }

        Get-OutputProblem Import-Trajectory $read | Should -BeNullOrEmpty
    }

    It 'takes files by <how>' -ForEach @(
        @{ how = 'wildcard'; script = { Import-Trajectory run.* } }
        @{ how = 'several names'; script = { Import-Trajectory run.extxyz, run.lammpstrj.gz } }
        @{ how = 'names from the pipeline'; script = { 'run.extxyz', 'run.lammpstrj.gz' | Import-Trajectory } }
        @{ how = 'files from the pipeline'; script = { Get-ChildItem run.* | Import-Trajectory } }
    ) {
        @(& $script).Count | Should -Be (2 * $frames.Count)
    }

    It 'gives the frames asked for with <options>' -ForEach @(
        @{ options = @{ Skip = 2 }; expected = 30, 40, 50, 60 }
        @{ options = @{ First = 3 }; expected = 10, 20, 30 }
        @{ options = @{ Last = 2 }; expected = 50, 60 }
        @{ options = @{ Stride = 3 }; expected = 10, 40 }
        @{ options = @{ Skip = 1; First = 4; Stride = 2 }; expected = 20, 40 }
        @{ options = @{ First = 4; Last = 3; Stride = 2 }; expected = 20, 40 }
    ) {
        (Import-Trajectory run.extxyz @options).Step | Should -Be $expected
    }

    It 'completes formats and units' {
        Complete 'Import-Trajectory x -Format Lam' | Should -Contain 'LammpsDump'
        Complete 'Import-Trajectory x -UnitSystem Me' | Should -Contain 'Metal'
    }

    It 'gives the frames before a torn one, then one error that names the line' {
        $text = Get-Content run.extxyz -Raw
        Set-Content torn.extxyz $text.Substring(0, $text.Length - 200) -NoNewline
        $read = @(Import-Trajectory torn.extxyz -ErrorAction SilentlyContinue -ErrorVariable fault)
        $read.Count | Should -Be ($frames.Count - 1)
        $fault.Count | Should -Be 1
        "$($fault[0])" | Should -Match 'torn.extxyz.*line \d+.*expected'
    }

    It 'reads the other files when one is damaged' {
        Set-Content bad.xyz "2`nno`nA 1 2 3`nA 1 nan 3"
        $read = @(Import-Trajectory bad.xyz, run.extxyz -ErrorAction SilentlyContinue -ErrorVariable fault)
        $read.Count | Should -Be $frames.Count
        "$($fault[0])" | Should -Match "bad.xyz', line 4.*'nan'.*expected a number"
    }

    It 'takes particles from a frame' {
        (Import-Trajectory run.extxyz -Topology $frames[0] -First 1).Topology | Should -Be $frames[0].Topology
    }

    It 'says what is wrong with <what>' -ForEach @(
        @{ what = 'a format that is none'; script = { Import-Trajectory run.extxyz -Format Nothing }; message = 'no trajectory format' }
        @{ what = 'a file that is not there'; script = { Import-Trajectory -LiteralPath nowhere.xyz }; message = 'no trajectory file' }
        @{ what = 'the end of a file without end'; script = { Import-Trajectory run.extxyz -Wait -Last 1 }; message = 'no last frame yet' }
    ) {
        "$(Get-Fault $script)" | Should -Match $message
    }

    It 'waits for frames of a file that is being written' {
        $text = Get-Content run.extxyz -Raw
        Set-Content growing.extxyz $text.Substring(0, $text.Length - 200) -NoNewline
        $path = (Get-Item growing.extxyz).FullName
        $job = Start-ThreadJob { param($path, $rest) Start-Sleep -Milliseconds 700; [IO.File]::AppendAllText($path, $rest) } -ArgumentList $path, $text.Substring($text.Length - 200)
        (Import-Trajectory growing.extxyz -Wait -First $frames.Count -UnitSystem Reduced).Step | Should -Be $frames.Step
        $job | Wait-Job | Remove-Job
    }
}
