BeforeDiscovery {
    $missing = -not (Get-Command gmx -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $data = [IO.Path]::Combine($PSScriptRoot, '..', 'Data', 'gromacs')
}

Describe 'New-GromacsEngine' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-GromacsEngine | Should -BeNullOrEmpty
    }

    It 'refuses a missing program' {
        Copy-Item $data/argon.* TestDrive:/
        Push-Location TestDrive:/
        try {
            $fault = Get-Fault { New-GromacsEngine argon.top argon.gro argon.mdp -Executable no-such-program }
        }
        finally {
            Pop-Location
        }

        $fault.FullyQualifiedErrorId | Should -Be 'EngineFailed,MolShell.Commands.Engines.NewGromacsEngineCommand'
        "$fault" | Should -BeLike "*'no-such-program' was not found in the folders of PATH*"
    }

    It 'refuses a missing file' {
        Push-Location TestDrive:/
        try {
            "$(Get-Fault { New-GromacsEngine none.top none.gro none.mdp })" | Should -BeLike '*none*cannot be read*'
        }
        finally {
            Pop-Location
        }
    }

    Context 'with gmx' -Skip:$missing {
        BeforeAll {
            Copy-Item $data/argon.* TestDrive:/
            Push-Location TestDrive:/
            $engine = New-GromacsEngine argon.top argon.gro argon.mdp -Temperature '120 K'
        }

        AfterAll {
            $engine.Dispose()
            Pop-Location
        }

        It 'makes an engine that dynamics, path sampling and committors take' {
            Get-OutputProblem New-GromacsEngine $engine | Should -BeNullOrEmpty
            $frames = @(Start-MolecularDynamics -Engine $engine -Step 40 -ReportInterval 20 -IncludeStart -Seed 1)
            $frames.Step | Should -Be 0, 20, 40
            $r = New-CollectiveVariable -Distance 0, 1
            $length = if ('Gromacs' -eq 'Lammps') { 10 } else { 1 }
            $near = New-StateVolume $r -Maximum (0.42 * $length) -Name Near
            $far = New-StateVolume $r -Minimum (0.5 * $length) -Name Far
            $scheme = $near, $far | New-PathNetwork | New-MoveScheme -Shooting TwoWay -VelocityModifier Random
            $steps = @($scheme | Start-PathSampling -Engine $engine -Step 2 -MaximumLength 500 -Path run.molpath -Seed 1)
            $steps.Step | Should -Be 1, 2
            @($scheme | Start-PathSampling -Engine $engine -Step 3 -MaximumLength 500 -Path run.molpath -Resume).Step | Should -Be 3
            ($frames[0] | Measure-Committor $near, $far -Engine $engine -TrialCount 2 -Seed 1).Trials | Should -Be 2
        }

        It 'refuses steps that its frames do not divide' {
            "$(Get-Fault { Start-MolecularDynamics -Engine $engine -Step 15 -Seed 1 })" | Should -BeLike '*a frame each 10 steps*'
        }
    }
}
