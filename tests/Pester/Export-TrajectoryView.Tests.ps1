BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $toy = Get-ToySystem
}

Describe 'Export-TrajectoryView' {
    BeforeEach {
        Set-Location TestDrive:/
        Get-ChildItem TestDrive:/ | Remove-Item -Recurse -Force
    }

    AfterAll {
        Set-Location $PSScriptRoot
    }

    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Export-TrajectoryView | Should -BeNullOrEmpty
    }

    It 'writes a page of frames, a system, and a path on a potential' {
        New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics 20 -ReportInterval 10 -Seed 1 | Export-TrajectoryView frames.html
        New-DoubleWellSystem -ParticleCount 64 | Export-TrajectoryView system.html -Title 'A < B'
        $toy | Start-MolecularDynamics 50 -ReportInterval 5 -Seed 1 | Export-TrajectoryView path.html -System $toy
        foreach ($name in 'frames.html', 'system.html', 'path.html') {
            $name | Should -Exist
            Get-Content $name -Raw | Should -Match '(?s)^<!DOCTYPE html>.*</html>\s*$'
        }

        Get-Content system.html -Raw | Should -Match '<title>A &lt; B</title>'
    }

    It 'writes a page of a step of path sampling' {
        $states = Get-ToyState
        New-PathNetwork $states.Left $states.Right | New-MoveScheme | Start-PathSampling -System $toy -Step 1 -Seed 1 |
            Export-TrajectoryView step.html
        'step.html' | Should -Exist
    }

    It 'gives the file with -PassThru' {
        (New-DoubleWellSystem -ParticleCount 64 | Export-TrajectoryView page.html -PassThru).Name | Should -Be 'page.html'
    }

    It 'writes the same page in any culture' {
        foreach ($culture in 'en-US', 'de-DE') {
            Invoke-UnderCulture $culture { New-DoubleWellSystem -ParticleCount 64 -UnitSystem Real | Export-TrajectoryView "$culture.html" }
        }

        (Get-FileHash de-DE.html).Hash | Should -Be (Get-FileHash en-US.html).Hash
    }

    It 'writes nothing with -WhatIf' {
        New-DoubleWellSystem -ParticleCount 64 | Export-TrajectoryView page.html -WhatIf
        @(Get-ChildItem -Force).Count | Should -Be 0
    }

    It 'does not replace a file with -NoClobber' {
        Set-Content page.html 'before'
        $fault = Get-Fault { $toy | Export-TrajectoryView page.html -NoClobber }
        $fault.FullyQualifiedErrorId | Should -Be 'FileExists,MolShell.Commands.Plots.ExportTrajectoryViewCommand'
        Get-Content page.html | Should -Be 'before'
    }

    It 'leaves what was there when the input fails half way' {
        Set-Content page.html 'before'
        try {
            & {
                New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics 20 -ReportInterval 10 -Seed 1
                throw 'stop'
            } | Export-TrajectoryView page.html
        } catch {
            "$_" | Should -Be 'stop'
        }

        Get-Content page.html | Should -Be 'before'
        @(Get-ChildItem -Force).Count | Should -Be 1
    }

    It 'refuses <path>' -ForEach @(
        @{ path = 'page.txt'; id = 'UnknownFileFormat'; text = '*.html*' }
        @{ path = 'no/such/page.html'; id = 'FileNotFound'; text = '*folder*does not exist*' }
    ) {
        $fault = Get-Fault { $toy | Export-TrajectoryView $path }
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Plots.ExportTrajectoryViewCommand"
        "$fault" | Should -BeLike $text
    }

    It 'reports that nothing came, and what is no frame' {
        (Get-Fault { @() | Export-TrajectoryView page.html }).FullyQualifiedErrorId | Should -BeLike 'NoInput,*'
        $faults = @(5 | Export-TrajectoryView page.html 2>&1)
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'UnexpectedInput,*'
    }
}
