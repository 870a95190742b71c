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
            $near = New-StateVolume $r -Maximum 0.42 -Name Near
            $far = New-StateVolume $r -Minimum 0.5 -Name Far
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

        It 'samples interfaces, two shots at a time, and accepts every interface-constrained shot' {
            Copy-Item argon.mdp bath.mdp
            Add-Content bath.mdp 'tcoupl = v-rescale', 'tc-grps = system', 'tau-t = 0.5', 'ref-t = 120'
            $r = New-CollectiveVariable -Distance 0, 1
            $A = New-StateVolume $r -Maximum 0.4 -Name Near
            $B = New-StateVolume $r -Minimum 0.5 -Name Far
            $steps = @($A, $B | New-PathNetwork -Kind Tis -InterfaceValue 0.4, 0.42, 0.45 |
                New-MoveScheme -Shooting InterfaceConstrained |
                Start-PathSampling -Engine (New-GromacsEngine -Topology argon.top -Structure argon.gro -Parameter bath.mdp) `
                    -Step 12 -ThrottleLimit 2 -Seed 1)
            $steps.Count | Should -Be 12
            $shots = @($steps | Where-Object Mover -Like '*InterfaceConstrainedShooting*')
            $shots.Count | Should -BeGreaterThan 0
            $shots.Accepted | Should -Not -Contain $false
        }

        It 'refuses steps that its frames do not divide' {
            "$(Get-Fault { Start-MolecularDynamics -Engine $engine -Step 15 -Seed 1 })" | Should -BeLike '*a frame each 10 steps*'
        }
    }
}
