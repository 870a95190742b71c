BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $crystal = New-CrystalSystem -Structure Bcc -Repeat 2 -LatticeConstant 1.3
    $hot = New-CrystalSystem -Structure Fcc -Repeat 3 -LatticeConstant 1.6 -Noise 0.1 -Seed 1
}

Describe 'Get-VoronoiCell' {
    It 'keeps to the rules of all cmdlets' {
        Get-CmdletProblem Get-VoronoiCell | Should -BeNullOrEmpty
    }

    It 'gives the cell of each particle of a perfect crystal' {
        $cells = $crystal | Get-VoronoiCell
        $cells.Count | Should -Be 16
        $cells.Signature | Select-Object -Unique | Should -Be '0 6 0 8'
        $cells[0].VertexCount | Should -Be 24
        ($cells | Measure-Object Volume -Sum).Sum | Should -BeGreaterThan (0.999999 * $crystal.Box.Volume)
    }

    It 'has vertices and perimeters where asked for' {
        $face = ($crystal | Get-VoronoiCell -Vertex)[0].Faces[0]
        $face.Vertices.Count | Should -Be $face.EdgeCount
        $face.Perimeter | Should -BeGreaterThan 0
    }

    It 'leaves out small faces' {
        $all = ($hot | Get-VoronoiCell | Measure-Object FaceCount -Sum).Sum
        ($hot | Get-VoronoiCell -MinimumArea 0.05 | Measure-Object FaceCount -Sum).Sum | Should -BeLessThan $all
    }

    It 'wants a radius for each type' {
        $name = $crystal.Topology.TypeNames[0]
        ($crystal | Get-VoronoiCell -Radius @{ $name = 0.5 }).Count | Should -Be 16
        { $crystal | Get-VoronoiCell -Radius @{ Xx = 1 } -ErrorAction Stop } | Should -Throw "*no length for the type '$name'*"
    }

    It 'gives neighbours by faces' {
        $table = $hot | Get-ParticleNeighbor -Voronoi -FaceExponent 2
        $table.MeanCount | Should -BeGreaterThan 12
        ($hot | Get-OrderParameter -L 6 -Voronoi).q6.Count | Should -Be 108
    }

    It 'refuses other input' {
        { 1 | Get-VoronoiCell -ErrorAction Stop } | Should -Throw '*expected a frame*'
    }
}
