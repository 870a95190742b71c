BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $toy = Get-ToySystem
}

Describe 'Start-MolecularDynamics' {
    BeforeEach {
        Set-Location TestDrive:/
        Get-ChildItem TestDrive:/ | Remove-Item -Recurse -Force
    }

    AfterAll {
        Set-Location $PSScriptRoot
    }

    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Start-MolecularDynamics | Should -BeNullOrEmpty
    }

    It 'writes a frame each report interval, after the start' {
        (New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 2000 -ReportInterval 100 -Seed 7 | Measure-Object).Count | Should -Be 20
        ($toy | Start-MolecularDynamics 30 -ReportInterval 10 -Seed 1).Step | Should -Be 10, 20, 30
        ($toy | Start-MolecularDynamics 30 -ReportInterval 10 -IncludeStart -Seed 1).Step | Should -Be 0, 10, 20, 30
        ($toy | Start-MolecularDynamics 35 -ReportInterval 10 -Seed 1).Step | Should -Be 10, 20, 30
        @($toy | Start-MolecularDynamics 1000 -Seed 1).Count | Should -Be 100
        @($toy | Start-MolecularDynamics 0 -Seed 1).Count | Should -Be 0
    }

    It 'takes numbers as a user writes them' {
        ($toy | Start-MolecularDynamics -Step 1e3 -ReportInterval 1kb -Seed 1 | Measure-Object).Count | Should -Be 0
        ($toy | Start-MolecularDynamics -Step 1e3 -ReportInterval 5e2 -Seed 1).Step | Should -Be 500, 1000
    }

    It 'shows well' {
        $frames = $toy | Start-MolecularDynamics 20 -ReportInterval 10 -Seed 1
        Get-OutputProblem Start-MolecularDynamics $frames | Should -BeNullOrEmpty
        $frames | Get-TableHeader | Should -Be 'Step', 'Time', 'Potential', 'Kinetic', 'Total', 'Temperature'
    }

    It 'gives the same run for the same seed' {
        $x = 7, 7, 8 | ForEach-Object { ($toy | Start-MolecularDynamics 50 -ReportInterval 50 -Seed $_).Positions[0].X }
        $x[1] | Should -Be $x[0]
        $x[2] | Should -Not -Be $x[0]
    }

    It 'tells the seed it drew, and only with -Verbose' {
        $records = @($toy | Start-MolecularDynamics 1 -ReportInterval 1 -Verbose *>&1)
        $seed = @($records.ForEach{ if ("$_" -match '^Seed (\d+)$') { $Matches[1] } })[0]
        $again = $toy | Start-MolecularDynamics 1 -ReportInterval 1 -Seed $seed
        $again.Positions[0].X | Should -Be $records[-1].Positions[0].X
        @($toy | Start-MolecularDynamics 1 -ReportInterval 1 *>&1).Count | Should -Be 1
    }

    It 'gives forces on request only' {
        ($toy | Start-MolecularDynamics 1 -ReportInterval 1 -Seed 1).Forces | Should -BeNullOrEmpty
        @(($toy | Start-MolecularDynamics 1 -ReportInterval 1 -Seed 1 -IncludeForce).Forces).Count | Should -Be 1
    }

    It 'emits frames that the rest of the run leaves alone' {
        $first, $second = $toy | Start-MolecularDynamics 2 -ReportInterval 1 -Seed 1
        [object]::ReferenceEquals($first.Positions, $second.Positions) | Should -BeFalse
        $first.Positions[0].X | Should -Not -Be $second.Positions[0].X
    }

    It 'runs each system of the pipeline' {
        ($toy, $toy | Start-MolecularDynamics 10 -ReportInterval 10 -Seed 1).Count | Should -Be 2
    }

    It 'reads quantities the same in a comma culture' {
        $x = foreach ($culture in 'en-US', 'de-DE') {
            Invoke-UnderCulture $culture {
                (New-DoubleWellSystem -UnitSystem Gromacs -ParticleCount 64 |
                    Start-MolecularDynamics 5 -ReportInterval 5 -TimeStep '1.5 fs' -Temperature '110.25 K' -Seed 1).Positions[0].X
            }
        }
        $x[1] | Should -Be $x[0]
    }

    It 'does nothing with -WhatIf' {
        @($toy | Start-MolecularDynamics 10 -ReportInterval 1 -CheckpointPath run.chk -WhatIf).Count | Should -Be 0
        'run.chk' | Should -Not -Exist
    }

    It 'stops when a later command has enough, and leaves a checkpoint to go on from' {
        $whole = @($toy | Start-MolecularDynamics 1000 -ReportInterval 100 -Seed 5)
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $begin = @($toy | Start-MolecularDynamics 1000000000 -ReportInterval 100 -Seed 5 -CheckpointPath run.chk | Select-Object -First 3)
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        $begin.Step | Should -Be 100, 200, 300
        $rest = @($toy | Start-MolecularDynamics 1000 -ReportInterval 100 -CheckpointPath run.chk -Resume)
        $rest[-1].Step | Should -Be 1000
        $rest[-1].Positions[0].X | Should -Be $whole[-1].Positions[0].X
        $rest[-1].Velocities[0].X | Should -Be $whole[-1].Velocities[0].X
    }

    It 'stops within a moment of Ctrl-C and leaves a valid checkpoint' {
        $path = Join-Path (Get-PSDrive TestDrive).Root stop.chk
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                param($system, $path)
                $system | Start-MolecularDynamics 1000000000000 -ReportInterval 1000000000 -Seed 5 -CheckpointPath $path
            }).AddArgument($toy).AddArgument($path)
            $run = $shell.BeginInvoke()
            $deadline = [DateTime]::Now.AddSeconds(20)
            while (-not (Test-Path -LiteralPath $path) -and [DateTime]::Now -lt $deadline) { Start-Sleep -Milliseconds 20 }
            Start-Sleep -Milliseconds 300
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # 100 ms is the aim; a busy machine needs some more.
            $watch.Elapsed.TotalMilliseconds | Should -BeLessThan 1000
            $run.IsCompleted | Should -BeTrue
        } finally {
            $shell.Dispose()
        }

        $resumed = @($toy | Start-MolecularDynamics 1000000000000 -ReportInterval 1 -CheckpointPath $path -Resume | Select-Object -First 1)
        $resumed[0].Step | Should -BeGreaterThan 1
    }

    It 'does not touch a checkpoint unless told to' {
        $toy | Start-MolecularDynamics 10 -Seed 1 -CheckpointPath run.chk | Out-Null
        $before = (Get-FileHash run.chk).Hash
        $fault = Get-Fault { $toy | Start-MolecularDynamics 10 -Seed 2 -CheckpointPath run.chk }
        $fault.FullyQualifiedErrorId | Should -Be 'FileExists,MolShell.Commands.Dynamics.StartMolecularDynamicsCommand'
        $fault.CategoryInfo.Category | Should -Be 'ResourceExists'
        "$fault" | Should -BeLike '*run.chk*-Resume*-Force*'
        (Get-FileHash run.chk).Hash | Should -Be $before
        @($toy | Start-MolecularDynamics 10 -Seed 2 -CheckpointPath run.chk -Force).Count | Should -Be 10
    }

    It 'writes checkpoints through the current location' {
        New-Item sub -ItemType Directory | Out-Null
        Set-Location sub
        $toy | Start-MolecularDynamics 10 -Seed 1 -CheckpointPath here.chk | Out-Null
        'TestDrive:/sub/here.chk' | Should -Exist
    }

    It 'refuses a broken checkpoint and one of another system' {
        Set-Content broken.chk 'This is no checkpoint.'
        $fault = Get-Fault { $toy | Start-MolecularDynamics 10 -CheckpointPath broken.chk -Resume }
        $fault.FullyQualifiedErrorId | Should -Be 'InvalidFile,MolShell.Commands.Dynamics.StartMolecularDynamicsCommand'
        $fault.CategoryInfo.Category | Should -Be 'InvalidData'
        "$fault" | Should -BeLike '*broken.chk*'

        New-ToySystem MuellerBrown | Start-MolecularDynamics 10 -Seed 1 -CheckpointPath other.chk | Out-Null
        $fault = Get-Fault { $toy | Start-MolecularDynamics 10 -CheckpointPath other.chk -Resume }
        $fault.FullyQualifiedErrorId | Should -BeLike 'Invalid*,MolShell.Commands.Dynamics.StartMolecularDynamicsCommand'
    }

    It 'reports a system that flies apart, with the step, and goes on with the next' {
        $dense = New-CrystalSystem Fcc 3 -Density 1000 | Add-SystemForce -Pair LennardJones
        $frames = @($dense, $toy | Start-MolecularDynamics 100 -ReportInterval 100 -TimeStep 0.01 -Temperature 1 -Friction 1 -Seed 1 -ErrorVariable faults -ErrorAction SilentlyContinue)
        $frames.Count | Should -Be 1
        $faults.Count | Should -Be 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'SimulationFailed,MolShell.Commands.Dynamics.StartMolecularDynamicsCommand'
        $faults[0].CategoryInfo.Category | Should -Be 'InvalidResult'
        "$($faults[0])" | Should -Match 'Step \d+.*overlap.*time step'
    }

    It 'refuses <argument>' -ForEach @(
        @{ argument = @{ Step = -5 }; id = 'ParameterArgumentValidationError'; text = '-5' }
        @{ argument = @{ Step = 'ten' }; id = 'CannotConvertArgumentNoMessage'; text = 'ten' }
        @{ argument = @{ Step = 1; TimeStep = 0 }; id = 'InvalidValue'; text = 'time step is 0; expected a positive' }
        @{ argument = @{ Step = 1; TimeStep = '2 nm' }; id = 'InvalidValue'; text = "'2 nm'" }
        @{ argument = @{ Step = 1; Temperature = '300 furlong' }; id = 'CannotConvertArgumentNoMessage'; text = "Unknown unit 'furlong'" }
        @{ argument = @{ Step = 1; Integrator = 'Foo' }; id = 'CannotConvertArgumentNoMessage'; text = "Unknown integrator 'Foo'*VelocityVerlet" }
        @{ argument = @{ Step = 1; Resume = $true }; id = 'InvalidValue'; text = '-CheckpointPath' }
        @{ argument = @{ Step = 1; Resume = $true; Force = $true; CheckpointPath = 'x.chk' }; id = 'InvalidValue'; text = 'only one' }
        @{ argument = @{ Step = 1; CheckpointPath = 'no/such/folder/x.chk' }; id = 'FileNotFound'; text = 'folder*does not exist' }
        @{ argument = @{ Step = 1; Nonsense = 1 }; id = 'NamedParameterNotFound'; text = 'Nonsense' }
    ) {
        $fault = Get-Fault { $toy | Start-MolecularDynamics @argument }
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Dynamics.StartMolecularDynamicsCommand"
        "$fault" | Should -BeLike "*$text*"
    }

    It 'keeps a pressure, and goes on with it from a checkpoint' {
        $liquid = New-CrystalSystem Fcc 2 -Density 0.7 | Add-SystemForce -Pair Wca
        $run = @{
            Integrator = 'NoseHoover'; TimeStep = 0.004; Temperature = 1; CouplingTime = 0.3
            Pressure = 3; Compressibility = 0.1; PressureCouplingTime = 0.5; ReportInterval = 50
        }
        $whole = $liquid | Start-MolecularDynamics 200 @run -Seed 3
        $liquid | Start-MolecularDynamics 100 @run -Seed 3 -CheckpointPath run.chk | Out-Null
        $rest = $liquid | Start-MolecularDynamics 200 @run -CheckpointPath run.chk -Resume
        $rest.Step | Should -Be 150, 200
        $rest[1].Volume | Should -Be $whole[3].Volume
        $rest[1].ConservedEnergy | Should -Be $whole[3].ConservedEnergy
        $rest[1].Volume | Should -Not -Be $rest[0].Volume
        $run.PressureCouplingTime = 0.6
        $fault = Get-Fault { $liquid | Start-MolecularDynamics 200 @run -CheckpointPath run.chk -Resume }
        "$fault" | Should -BeLike '*other dynamics*'
    }

    It 'needs a time step from somewhere' {
        $fault = Get-Fault { New-CrystalSystem Fcc 2 -Density 1 | Start-MolecularDynamics 10 }
        "$fault" | Should -BeLike '*time step*'
    }

    It 'completes equations of motion' {
        Complete 'Get-ToySystem | Start-MolecularDynamics 10 -Integrator ' | Should -Be 'VelocityVerlet', 'LangevinBaoab', 'Overdamped', 'NoseHoover', 'VelocityRescaling'
        Complete 'Get-ToySystem | Start-MolecularDynamics 10 -Report' | Should -Be '-ReportInterval'
    }

    It 'works in jobs and in parallel, and gives there what it gives here' {
        $here = ($toy | Start-MolecularDynamics 50 -ReportInterval 50 -Seed 3).Positions[0].X
        $job = Start-ThreadJob { param($system) $system | Start-MolecularDynamics 50 -ReportInterval 50 -Seed 3 } -ArgumentList $toy
        ($job | Receive-Job -Wait -AutoRemoveJob).Positions[0].X | Should -Be $here

        $all = 3, 3, 3 | ForEach-Object -ThrottleLimit 3 -Parallel {
            $using:toy | Start-MolecularDynamics 50 -ReportInterval 50 -Seed $_
        }
        $all.ForEach{ $_.Positions[0].X } | Should -Be $here, $here, $here
    }

    It 'reports progress with the time left, at most five times a second, and takes it away at the end' {
        $shell = [powershell]::Create([System.Management.Automation.RunspaceMode]::NewRunspace)
        try {
            $null = $shell.AddScript({
                param($system)
                # About a second and a half, however fast the machine is.
                $steps = 100000
                while ((Measure-Command { $system | Start-MolecularDynamics $steps -Seed 1 -ReportInterval $steps }).TotalSeconds -lt 1.5) { $steps *= 4 }
            }).AddArgument($toy)
            $null = $shell.Invoke()
            $records = @($shell.Streams.Progress | Where-Object Activity -Like 'Molecular dynamics*')
        } finally {
            $shell.Dispose()
        }

        $records.Count | Should -BeGreaterThan 0
        $records[-1].RecordType | Should -Be 'Completed'
        @($records | Where-Object SecondsRemaining -GE 0).Count | Should -BeGreaterThan 0
        $records[0].Activity | Should -Be "Molecular dynamics of $($toy.Name)"
        $records[0].StatusDescription | Should -Match '^step \d+ of \d+, time '
    }

    It 'runs in mixed precision, or in double' {
        $s = New-DoubleWellSystem -DimerCount 1
        $run = @{ Step = 20; ReportInterval = 20; Seed = 3 }
        $frame = $s | Start-MolecularDynamics @run
        ($s | Start-MolecularDynamics @run -Precision Mixed).PotentialEnergy | Should -Be $frame.PotentialEnergy
        $double = ($s | Start-MolecularDynamics @run -Precision Double).PotentialEnergy
        $double | Should -Not -Be $frame.PotentialEnergy
        [math]::Abs($double / $frame.PotentialEnergy - 1) | Should -BeLessThan 1e-3
    }

    It 'runs until an ensemble is reached' {
        $states = Get-ToyState
        $visit = New-PathEnsemble -VisitAll $states.Left, $states.Right
        $well = New-ToySystem DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
        $frames = $well | Start-MolecularDynamics -Until $visit -Seed 1
        $states.Right.Contains($frames[-1]) | Should -BeTrue
        @($frames | Where-Object { $states.Right.Contains($_) }).Count | Should -Be 1
        $sampled = $states.Left, $states.Right | New-PathNetwork | New-MoveScheme |
            Start-PathSampling -System $well -InitialPath $frames -Step 3 -Seed 1
        $sampled.Count | Should -Be 3
    }

    It 'runs back in time to an ensemble, and both ways' {
        $states = Get-ToyState
        $visit = New-PathEnsemble -VisitAll $states.Left, $states.Right
        $well = New-ToySystem DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02 -Start 0
        $before = $well | Start-MolecularDynamics -Until $visit -Direction Backward -Seed 1
        $before[-1].Step | Should -Be -1
        $before[0].Step | Should -Be (-$before.Count)
        $both = $well | Start-MolecularDynamics -Until $visit -Direction Both -Seed 1
        $both.Step | Should -Be ($both[0].Step..$both[-1].Step)
        $both[0].Step | Should -BeLessThan 0
        $back, $ahead = $both.Where({ $_.Step -le 0 }, 'Split')
        foreach ($part in $back, $ahead) {
            @($part | Where-Object { $states.Left.Contains($_) }).Count | Should -BeGreaterThan 0
            @($part | Where-Object { $states.Right.Contains($_) }).Count | Should -BeGreaterThan 0
        }
    }

    It 'ends with an error after its frames where an ensemble is not reached' {
        $long = New-PathEnsemble -Length 100
        $frames = New-ToySystem DoubleWell | Start-MolecularDynamics -Until $long -MaximumFrame 5 -Seed 1 -ErrorVariable fault -ErrorAction SilentlyContinue
        $frames.Count | Should -Be 5
        $fault[0].FullyQualifiedErrorId | Should -Be 'EnsembleNotReached,MolShell.Commands.Dynamics.StartMolecularDynamicsCommand'
        "$($fault[0])" | Should -BeLike '*Ran 5 frames*'
    }
}
