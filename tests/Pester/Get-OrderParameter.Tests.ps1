BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $crystal = New-CrystalSystem -Structure Fcc -Repeat 3 -LatticeConstant 1.6
    $warm = New-CrystalSystem -Structure Fcc -Repeat 3 -LatticeConstant 1.6 -Noise 0.05 -Seed 1
}

Describe 'Get-OrderParameter' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-OrderParameter | Should -BeNullOrEmpty
    }

    It 'gives the values of the perfect crystal as arrays by name' {
        $order = $crystal | Get-OrderParameter -L 4, 6 -Cutoff 1.4 -Averaged -W
        $order.q6.Count | Should -Be 108
        [math]::Abs($order.q6[5] - [math]::Sqrt(169 / 512)) | Should -BeLessThan 1e-12
        [math]::Abs($order.aq4[5] - [math]::Sqrt(7 / 192)) | Should -BeLessThan 1e-12
        [math]::Abs($order.w6[5] + 0.0131606007) | Should -BeLessThan 1e-9
        $order.Columns.Name | Should -Be 'q4', 'w4', 'aq4', 'aw4', 'q6', 'w6', 'aq6', 'aw6'
    }

    It 'takes neighbours from the pipe' {
        $order = $warm | Get-ParticleNeighbor -Sann | Get-OrderParameter 6
        $order.q6.Count | Should -Be 108
        "$($order.Neighbors.Rule)" | Should -BeLike '*solid-angle*'
    }

    It 'is 4 and 6 by itself' {
        ($warm | Get-OrderParameter -Nearest 12).Columns.Name | Should -Be 'q4', 'q6'
    }

    It 'gives hexatic order' {
        ($warm | Get-OrderParameter -Hexatic 6 -Cutoff 1.4).psi6.Count | Should -Be 108
    }

    It 'makes frames with columns' {
        ($warm | Get-OrderParameter 4, 6 -Cutoff 1.4).ToFrame().Columns.Name | Should -Be 'q4', 'q6'
    }

    It 'is the same on any number of threads' {
        $one = $warm | Get-OrderParameter -Cutoff 1.4 -ThrottleLimit 1
        $two = $warm | Get-OrderParameter -Cutoff 1.4 -ThrottleLimit 2
        Compare-Object $one.q6 $two.q6 -SyncWindow 0 | Should -BeNullOrEmpty
    }

    It 'shows the means' {
        Get-OutputProblem Get-OrderParameter @($warm | Get-OrderParameter -Cutoff 1.4) | Should -BeNullOrEmpty
        $crystal | Get-OrderParameter -Cutoff 1.4 | Get-ViewText | Select-Object -Last 1 | Should -BeLike '*q4 0.1909*q6 0.5745*'
    }

    It 'says that a frame needs a rule' {
        $fault = Get-Fault { $warm | Get-OrderParameter 6 }
        $fault.FullyQualifiedErrorId | Should -BeLike 'NoNeighbors,*'
        "$fault" | Should -BeLike '*-Cutoff*Get-ParticleNeighbor*'
    }
}
