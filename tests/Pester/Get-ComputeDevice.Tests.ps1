BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
}

Describe 'Get-ComputeDevice' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-ComputeDevice | Should -BeNullOrEmpty
    }

    It 'lists the processor first, and says of OpenCL and CUDA what there is or why there is none' {
        $devices = Get-ComputeDevice
        Get-OutputProblem Get-ComputeDevice $devices | Should -BeNullOrEmpty
        $devices[0].Name | Should -Be 'Cpu'
        $devices[0].Cores | Should -Be ([Environment]::ProcessorCount)
        $devices | Where-Object Name -Like 'OpenCL*' | Should -Not -BeNullOrEmpty
        $devices | Where-Object Name -Like 'CUDA*' | Should -Not -BeNullOrEmpty
        $devices | Where-Object { -not $_.IsUsable -and -not $_.Reason } | Should -BeNullOrEmpty
    }

    It 'finds devices by name, with wildcards and from the pipeline' {
        (Get-ComputeDevice -Name cp*).Name | Should -Be 'Cpu'
        ('cpu' | Get-ComputeDevice).Name | Should -Be 'Cpu'
        Get-ComputeDevice -Name x* | Should -BeNullOrEmpty
    }

    It 'refuses a name that is not there' {
        $fault = Get-Fault { Get-ComputeDevice -Name Gpu }
        $fault.FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        "$fault" | Should -BeLike "*'Gpu'*"
    }
}

Describe 'The parameter -Device' {
    It 'completes names' {
        Complete 'Start-MolecularDynamics -Device C' | Should -Contain 'Cpu:1'
    }

    It 'gives the same run on any number of threads' {
        $runs = 'Cpu:1', 'Cpu:2' | ForEach-Object {
            New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 20 -ReportInterval 20 -Seed 1 -Device $_
        }
        $runs[1].PotentialEnergy | Should -Be $runs[0].PotentialEnergy
    }

    It 'runs on an OpenCL device what the processor runs, to the digits of single precision' {
        $usable = Get-ComputeDevice OpenCL:* | Where-Object IsUsable | Select-Object -First 1
        if (-not $usable) { Set-ItResult -Skipped -Because 'there is no OpenCL device that can be used' }
        $s = New-CrystalSystem -Structure Fcc -Repeat 5 -Density 0.8442 -Noise 0.05 -Seed 1 | Add-SystemForce -Pair LennardJones -Cutoff 2.5
        $runs = 'Cpu:1', $usable.Name | ForEach-Object {
            $s | Start-MolecularDynamics -Step 50 -ReportInterval 50 -TimeStep 0.005 -Temperature 1 -Integrator VelocityVerlet -Seed 1 -Device $_
        }
        [math]::Abs($runs[1].PotentialEnergy / $runs[0].PotentialEnergy - 1) | Should -BeLessThan 1e-5
        $s | Test-ForceConsistency -Device $usable.Name -MaximumParticle 2 | Should -BeTrue
        $s | Measure-PotentialEnergy -Device $usable.Name | ForEach-Object ParticleCount | Should -Be 500
    }

    It 'refuses what is no device' {
        $fault = Get-Fault { Get-ToySystem | Measure-PotentialEnergy -Device Gpu }
        "$fault" | Should -BeLike "*There is no device 'Gpu'*"
        $fault = Get-Fault { Get-ToySystem | Measure-PotentialEnergy -Device OpenCL:99 }
        $fault.FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        "$fault" | Should -BeLike "*There is no device 'OpenCL:99'*"
    }

    It 'has its default in $MolShellDevice, for all commands of the session' {
        $MolShellDevice = 'OpenCL:99'
        foreach ($run in {
                Get-ToySystem | Measure-PotentialEnergy
            }, {
                Get-ToySystem | Start-MolecularDynamics -Step 1 -Seed 1
            }, {
                Get-ToySystem | Test-ForceConsistency
            }, {
                Get-ToySystem | Invoke-EnergyMinimization
            }
        ) {
            "$(Get-Fault $run)" | Should -BeLike "*OpenCL:99*"
        }

        Get-ToySystem | Test-ForceConsistency -Device Cpu | Should -BeTrue
        $MolShellDevice = 'nonsense'
        "$(Get-Fault { Get-ToySystem | Measure-PotentialEnergy })" | Should -BeLike '*$MolShellDevice*nonsense*'
    }
}
