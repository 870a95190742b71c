using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Structure.Order;
using MolShell.Compute.Structure.Voronoi;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Voronoi;

public sealed class VoronoiTessellationTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Cells_are_those_of_the_reference()
    {
        foreach ((string name, _) in OrderReference.Cases)
        {
            VoronoiCells cells = Compute(OrderReference.Frame(name));
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_voronoi.csv.gz");
            for (int i = 0; i < cells.ParticleCount; i++)
            {
                VoronoiCell cell = cells[i];
                Assert.Equal(table["volume"][i], cell.Volume, 1e-10 * cell.Volume);
                Assert.Equal(table["surface_area"][i], cell.Area, 1e-10 * cell.Area);
                Assert.Equal(
                    (table["n_faces"][i], table["n_vertices"][i], table["n_edges"][i]),
                    (cell.FaceCount, cell.VertexCount, (double)cell.EdgeCount));
                Assert.Equal($"{table["n3"][i]} {table["n4"][i]} {table["n5"][i]} {table["n6"][i]}", cell.Signature);
                Assert.Equal($"{table["f3"][i]} {table["f4"][i]} {table["f5"][i]} {table["f6"][i]}", cell.FilteredSignature);
            }
        }
    }

    [Fact]
    public void Weighted_order_is_that_of_the_reference()
    {
        foreach ((string name, _) in OrderReference.Cases)
        {
            VoronoiCells cells = Compute(OrderReference.Frame(name));
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_voronoi.csv.gz");
            (double Exponent, string Column)[] columns = [(1, "vq6"), (2, "vq6_area2"), (0, "vq6_unweighted")];
            foreach ((double exponent, string column) in columns.Where(c => table.ContainsKey(c.Column)))
            {
                HarmonicField field = HarmonicField.Compute(cells.ToNeighbors(exponent), [6], TwoThreads, Token);
                BondOrder order = new(6);
                for (int i = 0; i < cells.ParticleCount; i++)
                {
                    Assert.Equal(table[column][i], order.Q(field.Of(i, 6)), 1e-9);
                }
            }
        }
    }

    // Where four planes and more meet in a point there are no faces and edges of nothing.
    [Theory]
    [InlineData(LatticeKind.SimpleCubic, 6, "0 6 0 0")]
    [InlineData(LatticeKind.Bcc, 14, "0 6 0 8")]
    [InlineData(LatticeKind.Fcc, 12, "0 12 0 0")]
    public void Perfect_crystals_have_the_cells_of_the_books(LatticeKind kind, int faces, string signature)
    {
        Vec3[] basis = kind switch
        {
            LatticeKind.SimpleCubic => [Vec3.Zero],
            LatticeKind.Bcc => [Vec3.Zero, new(0.5, 0.5, 0.5)],
            _ => [Vec3.Zero, new(0.5, 0.5, 0), new(0.5, 0, 0.5), new(0, 0.5, 0.5)],
        };
        foreach (int cells in new[] { 1, 2, 4 })
        {
            List<Vec3> places = [];
            for (int n = 0; n < cells * cells * cells; n++)
            {
                places.AddRange(basis.Select(b => 4.05 * (b + new Vec3(n % cells, n / cells % cells, n / cells / cells))));
            }

            VoronoiCells found = Compute(FrameOf(Box.Cubic(4.05 * cells), [.. places]));
            for (int i = 0; i < found.ParticleCount; i++)
            {
                Assert.Equal(faces, found[i].FaceCount);
                Assert.Equal(signature, found[i].Signature);
                Assert.Equal(Math.Pow(4.05, 3) / basis.Length, found[i].Volume, 1e-12 * found[i].Volume);
            }
        }
    }

    [Theory]
    [MemberData(nameof(BoxTests.Boxes), MemberType = typeof(BoxTests))]
    public void Cells_fill_any_box_and_each_face_has_its_other_side(string name, Box box)
    {
        foreach (int count in new[] { 1, 3, 50 })
        {
            RandomSource random = new(RandomKey.FromSeed((ulong)count, RandomStream.Placement));
            Frame frame = FrameOf(box, [.. Enumerable.Range(0, count).Select(
                _ => box.ToCartesian(new(random.NextDouble(), random.NextDouble(), random.NextDouble())))]);
            VoronoiCells cells = Compute(frame);
            Assert.Equal(box.Volume, cells.Volumes.Sum(), 1e-11 * box.Volume);
            Vec3 sum = Vec3.Zero;
            for (int i = 0; i < count; i++)
            {
                foreach (VoronoiFace face in cells[i].Faces.Where(face => face.Neighbor != VoronoiFace.Wall && face.Area > 1e-9))
                {
                    VoronoiFace other = Assert.Single(
                        cells[face.Neighbor].Faces, back => back.Neighbor == i && (back.Vector + face.Vector).Length() < 1e-12);
                    Assert.Equal(face.Area, other.Area, 1e-10);
                    Assert.Equal(face.EdgeCount, other.EdgeCount);
                    sum += face.Vector;
                }
            }

            Assert.True(sum.Length() < 1e-8 * (1 + count), $"The cells of {name} do not match: {sum}.");
        }
    }

    [Fact]
    public void Radical_planes_are_where_the_powers_of_the_spheres_are_equal()
    {
        Box box = Box.Orthorhombic(4, 3, 3);
        Frame frame = FrameOf(box, [new(1, 1, 1), new(3, 1, 1)]);
        VoronoiCells cells = VoronoiTessellation.Compute(frame, new VoronoiOptions { Radii = [0.8, 0.4] }, CpuDevice.Default, Token);

        // d = (4 + 0.64 - 0.16) / 4 from the first to the second on both sides.
        Assert.Equal(2 * 1.12 * 9, cells.Volumes[0], 1e-12);
        Assert.Equal(2 * 0.88 * 9, cells.Volumes[1], 1e-12);
    }

    [Fact]
    public void Cells_at_the_surface_of_free_space_have_no_end()
    {
        Vec3[] corners = [.. Enumerable.Range(0, 8).Select(n => new Vec3(n & 1, n >> 1 & 1, n >> 2) + (0.01 * new Vec3(n, -n, n * n)))];
        VoronoiCells cells = Compute(FrameOf(Box.Open, [new(0.5, 0.5, 0.5), .. corners]));
        Assert.True(double.IsFinite(cells.Volumes[0]) || cells.FaceCountOf(0) > 0);
        Assert.All(cells.Volumes[1..], volume => Assert.Equal(double.PositiveInfinity, volume));
    }

    [Fact]
    public void Vertices_lie_at_the_same_distance_from_all_who_share_them()
    {
        Frame frame = OrderReference.Frame("c_lj_liquid_500");
        VoronoiCells cells = VoronoiTessellation.Compute(frame, new VoronoiOptions { WithVertices = true }, TwoThreads, Token);
        foreach (VoronoiFace face in cells[7].Faces)
        {
            Assert.All(face.Vertices, v => Assert.Equal(v.Length(), (v - face.Vector).Length(), 1e-10));
            Assert.Equal(face.EdgeCount, face.Vertices.Length);
            Assert.True(face.Perimeter > 0);
        }
    }

    [Fact]
    public void Particles_at_the_same_place_are_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Compute(FrameOf(Box.Cubic(3), [new(1, 1, 1), new(2, 2, 2), new(1, 1, 4)])));
        Assert.Contains("same place", error.Message, StringComparison.Ordinal);
    }

    private static VoronoiCells Compute(Frame frame) => VoronoiTessellation.Compute(frame, new VoronoiOptions(), TwoThreads, Token);

    private static Frame FrameOf(Box box, Vec3[] positions) => new()
    {
        Topology = Topology.Uniform(positions.Length, 1, "A"),
        Box = box,
        Units = UnitSystem.Reduced,
        Positions = positions,
    };
}
