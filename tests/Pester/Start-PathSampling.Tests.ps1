BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $toy = Get-ToySystem
    $states = Get-ToyState
    $scheme = New-PathNetwork -Kind Tps -Initial $states.Left -Final $states.Right | New-MoveScheme -Shooting OneWay
}

Describe 'Start-PathSampling' {
    BeforeEach {
        Set-Location TestDrive:/
        Get-ChildItem TestDrive:/ | Remove-Item -Recurse -Force
    }

    AfterAll {
        Set-Location $PSScriptRoot
    }

    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Start-PathSampling | Should -BeNullOrEmpty
    }

    It 'writes a record each step' {
        $steps = @($scheme | Start-PathSampling -System $toy -Step 20 -Seed 1)
        $steps.Step | Should -Be (1..20)
        Get-OutputProblem Start-PathSampling $steps | Should -BeNullOrEmpty
        $steps | Get-TableHeader | Select-Object -First 4 | Should -Be 'Step', 'Mover', 'Accepted', 'Reason'
    }

    It 'keeps paths that lead from the initial to the final state' {
        foreach ($step in $scheme | Start-PathSampling -System $toy -Step 10 -Seed 1) {
            $frames = @($step.Trajectory)
            $frames.Count | Should -Be $step.PathLength
            $states.Left.Contains($frames[0]) | Should -BeTrue
            $states.Right.Contains($frames[-1]) | Should -BeTrue
            $states.Left.Contains($frames[1]) | Should -BeFalse
        }
    }

    It 'gives the same steps for the same seed, kept or not, and others for another' {
        $text = @(
            @{ Seed = 1 }, @{ Seed = 1; Path = 'kept.molpath' }, @{ Seed = 2 } | ForEach-Object {
                $argument = $_
                $scheme | Start-PathSampling -System $toy -Step 30 @argument |
                    ForEach-Object { "$($_.Accepted) $($_.TrialLength) $($_.PathLength)" } | Join-String -Separator ';'
            })
        $text[1] | Should -Be $text[0]
        $text[2] | Should -Not -Be $text[0]
        'kept.molpath' | Should -Exist
    }

    It 'gives the same steps with several moves at the same time' {
        $network = $states.Left, $states.Right | New-PathNetwork -Kind Tis -InterfaceValue -0.7, -0.6, -0.4
        $text = @(
            1, 3 | ForEach-Object {
                $network | New-MoveScheme | Start-PathSampling -System $toy -Step 60 -Seed 5 -ThrottleLimit $_ |
                    ForEach-Object { "$($_.Mover) $($_.Ensemble) $($_.Accepted) $($_.TrialLength) $($_.PathLength)" } | Join-String -Separator ';'
            })
        $text[1] | Should -Be $text[0]
        $text[0] | Should -Match 'ReplicaExchange'
    }

    It 'goes on after a stop as if nothing had happened' {
        $whole = @($scheme | Start-PathSampling -System $toy -Step 30 -Seed 3)
        $begin = @($scheme | Start-PathSampling -System $toy -Step 30 -Seed 3 -Path run.molpath | Select-Object -First 7)
        $begin.Step | Should -Be (1..7)
        $rest = @($scheme | Start-PathSampling -System $toy -Step 30 -Path run.molpath -Resume)
        $rest[-1].Step | Should -Be 30
        $all = @(Import-PathSampling run.molpath)
        $all.Step | Should -Be (1..30)
        $all.PathLength | Should -Be $whole.PathLength
        $all.Accepted | Should -Be $whole.Accepted
        @($scheme | Start-PathSampling -System $toy -Step 30 -Path run.molpath -Resume).Count | Should -Be 0
    }

    It 'stops within a moment of Ctrl-C and leaves a valid run file' {
        $path = Join-Path (Get-PSDrive TestDrive).Root stop.molpath
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                param($scheme, $system, $path)
                $scheme | Start-PathSampling -System $system -Step 1000000000 -Seed 5 -Path $path
            }).AddArgument($scheme).AddArgument($toy).AddArgument($path)
            $run = $shell.BeginInvoke()
            $deadline = [DateTime]::Now.AddSeconds(20)
            while (-not (Test-Path -LiteralPath $path) -and [DateTime]::Now -lt $deadline) { Start-Sleep -Milliseconds 20 }
            Start-Sleep -Milliseconds 500
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            # 100 ms is the aim; a busy machine needs some more.
            $watch.Elapsed.TotalMilliseconds | Should -BeLessThan 1000
            $run.IsCompleted | Should -BeTrue
        } finally {
            $shell.Dispose()
        }

        $done = (Import-PathSampling $path -Last 1).Step
        $done | Should -BeGreaterThan 0
        $next = @($scheme | Start-PathSampling -System $toy -Step ($done + 2) -Path $path -Resume)
        $next.Step | Should -Be ($done + 1), ($done + 2)
    }

    It 'takes a first path from frames' {
        $path = ($scheme | Start-PathSampling -System $toy -Step 1 -Seed 1).Trajectory
        $first = foreach ($form in $path, @($path), ($scheme | Start-PathSampling -System $toy -Step 1 -Seed 1), (, $path)) {
            ($scheme | Start-PathSampling -System $toy -Step 3 -Seed 9 -InitialPath $form).PathLength -join ','
        }
        $first.Count | Should -Be 4
        @($first | Select-Object -Unique).Count | Should -Be 1
        @($scheme | Start-PathSampling -System $toy -Step 3 -Seed 9 -InitialPath @($path)[0]).Count | Should -Be 3 -Because 'a path grows from one frame'
        $fault = Get-Fault { $scheme | Start-PathSampling -System $toy -Step 3 -InitialPath $toy.Start }
        $fault.FullyQualifiedErrorId | Should -Be 'PathSamplingFailed,MolShell.Commands.Paths.StartPathSamplingCommand'
    }

    It 'does nothing with -WhatIf' {
        @($scheme | Start-PathSampling -System $toy -Step 10 -Path none.molpath -WhatIf).Count | Should -Be 0
        'none.molpath' | Should -Not -Exist
    }

    It 'does not touch a run file unless told to' {
        $scheme | Start-PathSampling -System $toy -Step 3 -Seed 1 -Path run.molpath | Out-Null
        $fault = Get-Fault { $scheme | Start-PathSampling -System $toy -Step 3 -Path run.molpath }
        $fault.FullyQualifiedErrorId | Should -Be 'FileExists,MolShell.Commands.Paths.StartPathSamplingCommand'
        $fault.CategoryInfo.Category | Should -Be 'ResourceExists'
        "$fault" | Should -BeLike '*run.molpath*-Resume*-Force*'
        @(Import-PathSampling run.molpath).Count | Should -Be 3
        $scheme | Start-PathSampling -System $toy -Step 2 -Seed 1 -Path run.molpath -Force | Out-Null
        @(Import-PathSampling run.molpath).Count | Should -Be 2
    }

    It 'refuses to resume a broken run file, and one of another system' {
        Set-Content broken.molpath 'This is no run file.'
        $fault = Get-Fault { $scheme | Start-PathSampling -System $toy -Step 3 -Path broken.molpath -Resume }
        $fault.FullyQualifiedErrorId | Should -BeLike 'InvalidRunFile,MolShell.Commands.Paths.StartPathSamplingCommand'
        $fault.CategoryInfo.Category | Should -Be 'InvalidData'
        "$fault" | Should -BeLike '*broken.molpath*'

        $scheme | Start-PathSampling -System $toy -Step 3 -Seed 1 -Path run.molpath | Out-Null
        $hotter = New-ToySystem DoubleWell -Temperature 0.3
        $fault = Get-Fault { $scheme | Start-PathSampling -System $hotter -Step 6 -Path run.molpath -Resume }
        "$fault" | Should -BeLike '*run.molpath*'
        @(Import-PathSampling run.molpath).Count | Should -Be 3
    }

    It 'goes on only with the precision of the run' {
        $scheme | Start-PathSampling -System $toy -Step 3 -Seed 1 -Path run.molpath -Precision Double | Out-Null
        (Get-Fault { $scheme | Start-PathSampling -System $toy -Step 6 -Path run.molpath -Resume }).Exception.Message |
            Should -BeLike '*Double precision*'
        @($scheme | Start-PathSampling -System $toy -Step 6 -Path run.molpath -Resume -Precision Double).Count | Should -Be 3
    }

    It 'refuses <argument>' -ForEach @(
        @{ argument = @{ Step = -1 }; id = 'ParameterArgumentValidationError'; text = '-1' }
        @{ argument = @{ Step = 1; Resume = $true }; id = 'InvalidValue'; text = 'need -Path' }
        @{ argument = @{ Step = 1; Path = 'x.molpath'; Resume = $true; Force = $true }; id = 'InvalidValue'; text = 'only one' }
        @{ argument = @{ Step = 1; Path = 'no/such/folder/x.molpath' }; id = 'FileNotFound'; text = 'folder*does not exist' }
        @{ argument = @{ Step = 1; Temperature = 'hot' }; id = 'CannotConvertArgumentNoMessage'; text = "'hot' is not a quantity" }
        @{ argument = @{ Step = 1; StepsPerFrame = 0 }; id = 'ParameterArgumentValidationError'; text = '0' }
        @{ argument = @{ Step = 1; System = 5 }; id = 'CannotConvertArgumentNoMessage'; text = 'MolecularSystem' }
    ) {
        $all = @{ System = $toy; Seed = 1 } 
        $argument.Keys.ForEach{ $all[$_] = $argument[$_] }
        $fault = Get-Fault { $scheme | Start-PathSampling @all }
        $fault.FullyQualifiedErrorId | Should -Be "$id,MolShell.Commands.Paths.StartPathSamplingCommand"
        "$fault" | Should -BeLike "*$text*"
    }

    It 'needs noise for one-way shooting' {
        $fault = Get-Fault { $scheme | Start-PathSampling -System $toy -Step 3 -Seed 1 -Integrator VelocityVerlet }
        "$fault" | Should -BeLike '*One-way shooting needs stochastic dynamics*two-way shooting with a velocity modifier*'
    }

    It 'completes equations of motion' {
        Complete 'Get-Scheme | Start-PathSampling -Integrator V' | Should -Be 'VelocityVerlet'
    }

    It 'works in jobs and in parallel, and gives there what it gives here' {
        $here = ($scheme | Start-PathSampling -System $toy -Step 10 -Seed 3).PathLength
        $job = Start-ThreadJob { param($scheme, $system) $scheme | Start-PathSampling -System $system -Step 10 -Seed 3 } -ArgumentList $scheme, $toy
        ($job | Receive-Job -Wait -AutoRemoveJob).PathLength | Should -Be $here
        $lengths = 3, 3 | ForEach-Object -ThrottleLimit 2 -Parallel {
            ($using:scheme | Start-PathSampling -System $using:toy -Step 10 -Seed $_).PathLength -join ','
        }
        $lengths | Should -Be ($here -join ','), ($here -join ',')
    }

    It 'stops when the first path is forgotten with -UntilDecorrelated' {
        $states = Get-ToyState
        $scheme = New-PathNetwork $states.Left $states.Right | New-MoveScheme
        $once = @($scheme | Start-PathSampling -System (Get-ToySystem) -Step 5000 -Seed 1 -UntilDecorrelated 1)
        $once.Count | Should -BeLessThan 5000
        @($scheme | Start-PathSampling -System (Get-ToySystem) -Step 5000 -Seed 1 -UntilDecorrelated 2).Count | Should -Be (2 * $once.Count)
    }
}
