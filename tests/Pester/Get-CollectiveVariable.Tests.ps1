BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $x = New-CollectiveVariable -Coordinate 0 -Name x
    $y = New-CollectiveVariable -Coordinate 1 -Name y
    $frames = @(New-ToySystem MuellerBrown | Start-MolecularDynamics 20 -ReportInterval 10 -IncludeStart -Seed 1)
}

Describe 'Get-CollectiveVariable' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-CollectiveVariable | Should -BeNullOrEmpty
    }

    It 'writes one record for each frame and variable, in order' {
        $values = @($frames | Get-CollectiveVariable $x, $y)
        $values.Count | Should -Be 6
        $values.Name | Should -Be 'x', 'y', 'x', 'y', 'x', 'y'
        $values.Step | Should -Be 0, 0, 10, 10, 20, 20
        $values.Value | Should -Be $frames.ForEach{ $_.Positions[0].X, $_.Positions[0].Y }
    }

    It 'shows well, without the gradient that was not asked for' {
        $values = $frames | Get-CollectiveVariable $x
        Get-OutputProblem Get-CollectiveVariable $values | Should -BeNullOrEmpty
        $values[0].Gradient | Should -BeNullOrEmpty
    }

    It 'gives units with physical systems' {
        $r = New-CollectiveVariable -Distance 0, 1 -Name r
        $value = New-DoubleWellSystem -UnitSystem Real | Start-MolecularDynamics 0 -IncludeStart -Seed 1 | Get-CollectiveVariable $r
        $value.Unit | Should -Be 'Angstrom'
        $value | Get-ViewText -List | Where-Object { $_ -match '^Unit' } | Should -BeLike '*Angstrom'
    }

    It 'gives the derivative on request' {
        $r = New-CollectiveVariable -Distance 0, 1
        $frame = New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        $gradient = ($frame | Get-CollectiveVariable $r -Gradient).Gradient
        $gradient.Count | Should -Be 64
        # The gradient of a distance is a unit vector on each end.
        [math]::Abs([math]::Sqrt($gradient[0].X * $gradient[0].X + $gradient[0].Y * $gradient[0].Y + $gradient[0].Z * $gradient[0].Z) - 1) |
            Should -BeLessThan 1e-12
    }

    It 'flows into what a shell does with records' {
        $groups = $frames | Get-CollectiveVariable $x, $y | Group-Object Name
        $groups.ForEach{ $_.Group.Count } | Should -Be 3, 3
        $frames | Get-CollectiveVariable $x | Measure-Object Value -Average | ForEach-Object Count | Should -Be 3
    }

    It 'reports each frame that lacks a particle, and goes on' {
        $r = New-CollectiveVariable -Distance 0, 5
        $large = New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics 0 -IncludeStart -Seed 1
        $values = @($frames[0], $large | Get-CollectiveVariable $r -ErrorVariable faults -ErrorAction SilentlyContinue)
        $values.Count | Should -Be 1
        $faults.Count | Should -Be 1
        $faults[0].FullyQualifiedErrorId | Should -Be 'InvalidValue,MolShell.Commands.Variables.GetCollectiveVariableCommand'
        $faults[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $faults[0].TargetObject | Should -Be $frames[0]
        "$($faults[0])" | Should -BeLike '*distance(0, 5)*particle 5*'
    }

    It 'refuses what is no frame' {
        (Get-Fault { 5 | Get-CollectiveVariable $x }).FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
    }
}
