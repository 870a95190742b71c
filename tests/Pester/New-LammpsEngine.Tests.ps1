BeforeDiscovery {
    $missing = -not (Get-Command lmp -CommandType Application -ErrorAction Ignore)
}

BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $data = [IO.Path]::Combine($PSScriptRoot, '..', 'Data', 'lammps')
}

Describe 'New-LammpsEngine' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem New-LammpsEngine | Should -BeNullOrEmpty
    }

    It 'refuses a missing program' {
        Copy-Item $data/argon.* TestDrive:/
        Push-Location TestDrive:/
        try {
            $fault = Get-Fault { New-LammpsEngine argon.lmp argon.data -Executable no-such-program }
        }
        finally {
            Pop-Location
        }

        $fault.FullyQualifiedErrorId | Should -Be 'EngineFailed,MolShell.Commands.Engines.NewLammpsEngineCommand'
        "$fault" | Should -BeLike "*'no-such-program' was not found in the folders of PATH*"
    }

    It 'refuses a missing file' {
        Push-Location TestDrive:/
        try {
            "$(Get-Fault { New-LammpsEngine none.lmp none.data })" | Should -BeLike '*none*cannot be read*'
        }
        finally {
            Pop-Location
        }
    }

    Context 'with lmp' -Skip:$missing {
        BeforeAll {
            Copy-Item $data/argon.* TestDrive:/
            Push-Location TestDrive:/
            $engine = New-LammpsEngine argon.lmp argon.data -Temperature '120 K'
        }

        AfterAll {
            $engine.Dispose()
            Pop-Location
        }

        It 'makes an engine that dynamics, path sampling and committors take' {
            Get-OutputProblem New-LammpsEngine $engine | Should -BeNullOrEmpty
            $frames = @(Start-MolecularDynamics -Engine $engine -Step 40 -ReportInterval 20 -IncludeStart -Seed 1)
            $frames.Step | Should -Be 0, 20, 40
            $r = New-CollectiveVariable -Distance 0, 1
            $near = New-StateVolume $r -Maximum 4.2 -Name Near
            $far = New-StateVolume $r -Minimum 5 -Name Far
            $scheme = $near, $far | New-PathNetwork | New-MoveScheme -Shooting TwoWay -VelocityModifier Random
            $steps = @($scheme | Start-PathSampling -Engine $engine -Step 2 -MaximumLength 500 -Path run.molpath -Seed 1)
            $steps.Step | Should -Be 1, 2
            @($scheme | Start-PathSampling -Engine $engine -Step 3 -MaximumLength 500 -Path run.molpath -Resume).Step | Should -Be 3
            ($frames[0] | Measure-Committor $near, $far -Engine $engine -TrialCount 2 -Seed 1).Trials | Should -Be 2
            @($engine | Measure-Committor $near, $far -From $frames -TrialCount 2 -Seed 1).Count | Should -Be 3
        }

        It 'runs until an ensemble, back in time too' {
            $three = New-PathEnsemble -Length 3
            (Start-MolecularDynamics -Engine $engine -Until $three -Seed 1).Count | Should -Be 3
            $both = Start-MolecularDynamics -Engine $engine -Until $three -Direction Both -Seed 1
            $both.Step | Should -Be (-2, -1, 0, 1, 2 | ForEach-Object { $_ * $engine.StepsPerFrame })
            $forward = Start-MolecularDynamics -Engine $engine -Until $three -IncludeStart -Seed 1
            $both[-1].Positions[0].X | Should -Be $forward[-1].Positions[0].X
        }

        It 'refuses steps that its frames do not divide' {
            "$(Get-Fault { Start-MolecularDynamics -Engine $engine -Step 15 -Seed 1 })" | Should -BeLike '*a frame each 10 steps*'
        }
    }
}
