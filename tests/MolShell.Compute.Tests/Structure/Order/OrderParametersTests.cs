using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Structure.Order;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Structure.Neighbors;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Order;

public sealed class OrderParametersTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    private static readonly OrderParameterOptions All = new()
    {
        Degrees = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], IsAveraged = true, HasW = true, HasRawW = true,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void All_columns_of_the_reference_are_met()
    {
        foreach ((string name, double cutoff) in OrderReference.Cases)
        {
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_atoms.csv.gz");
            OrderParameters order = Compute(OrderReference.Frame(name), new CutoffNeighbors(cutoff), All);
            string[] common = [.. order.Columns.Select(column => column.Name).Where(table.ContainsKey)];
            Assert.Superset(new HashSet<string>(["q4", "q6", "aq4", "aq6", "w4", "w6", "aw6"]), new HashSet<string>(common));
            Assert.All(common, column => Check($"{name}, {column}", table[column], order[column], 1e-10));
            Check(
                $"{name}, 12 nearest",
                table["q6_12nn"],
                Compute(OrderReference.Frame(name), new NearestNeighbors(12), new() { Degrees = [6] })["q6"],
                1e-10);
            Check($"{name}, SANN", table["sann_q6"], Compute(OrderReference.Frame(name), new SannNeighbors(), new() { Degrees = [6] })["q6"], 1e-10);
        }
    }

    [Fact]
    public void Values_weighted_by_voronoi_faces_are_those_of_the_reference()
    {
        OrderParameterOptions options = new() { Degrees = [4, 6], IsAveraged = true, HasW = true };
        foreach ((string name, _) in OrderReference.Cases)
        {
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_voronoi.csv.gz");
            OrderParameters order = Compute(OrderReference.Frame(name), new VoronoiNeighbors(), options);
            foreach ((string expected, string found) in new[] { ("vq4", "q4"), ("vq6", "q6"), ("vaq4", "aq4"), ("vaq6", "aq6"), ("vw6", "w6") })
            {
                Check($"{name}, {expected}", table[expected], order[found], 1e-9);
            }
        }
    }

    [Theory]
    [InlineData("fcc12", 0.8)]
    [InlineData("hcp12", 1.2)]
    [InlineData("bcc8", 0.9)]
    [InlineData("bcc14", 1.2)]
    [InlineData("sc6", 1.2)]
    [InlineData("diamond4", 0.5)]
    [InlineData("diamond16", 0.75)]
    [InlineData("ico12", 1.02)]
    public void Ideal_shells_have_their_exact_values(string shell, double cutoff)
    {
        OrderParameters order = Compute(IdealCrystal(shell), new CutoffNeighbors(cutoff), All);
        string[] lines = [.. ReferenceData.Lines("order/ideal.csv").Where(line => line.StartsWith($"{shell},", StringComparison.Ordinal))];
        Assert.Equal(11, lines.Length);
        Dictionary<string, double[]> table = OrderReference.Table("ideal.csv");
        int first = Array.IndexOf(ReferenceData.Lines("order/ideal.csv"), lines[0]) - 1;
        Assert.Equal(table["n_neighbours"][first], order.Neighbors.CountOf(0));
        for (int row = first; row < first + lines.Length; row++)
        {
            int l = (int)table["l"][row];
            Assert.Equal(table["q"][row], order[$"q{l}"][0], 1e-12);
            if (shell != "ico12")
            {
                Assert.Equal(table["avg_q_crystal"][row], order[$"aq{l}"][0], 1e-12);
            }

            if (l % 2 == 0)
            {
                Assert.Equal(table["w_normalised"][row], order[$"w{l}"][0], 1e-12);
            }
        }
    }

    [Fact]
    public void Rotation_translation_permutation_and_replication_change_nothing()
    {
        Box box = Box.Triclinic(new(4, 0, 0), new(1.3, 3.5, 0), new(-0.7, 1.1, 3.8));
        Frame frame = NeighborEnumeration.Random(box, 50);
        NeighborRule[] rules = [new CutoffNeighbors(1.4), new NearestNeighbors(10), new AdaptiveNeighbors(), new SannNeighbors(), new RadNeighbors()];
        int[] order = [.. Enumerable.Range(0, 50).Select(i => (7 * i) % 50)];
        Frame permuted = frame with { Positions = [.. order.Select(i => frame.Positions[i])] };
        Frame moved = frame with { Positions = [.. frame.Positions.Select(r => r + new Vec3(0.3, -17, 5.5))] };
        Frame turned = frame with
        {
            Box = Box.Triclinic(Turn(box.A), Turn(box.B), Turn(box.C)), Positions = [.. frame.Positions.Select(Turn)],
        };
        Frame replicated = frame with
        {
            Topology = Topology.Uniform(200, 1, "A"),
            Box = Box.Triclinic(2 * box.A, box.B, 2 * box.C),
            Positions = [.. new[] { Vec3.Zero, box.A, box.C, box.A + box.C }.SelectMany(image => frame.Positions.Select(r => r + image))],
        };
        OrderParameterOptions options = new() { Degrees = [3, 4, 6], IsAveraged = true, HasW = true, HasRawW = true };
        foreach (NeighborRule rule in rules)
        {
            OrderParameters plain = Compute(frame, rule, options);
            foreach (string column in plain.Columns.Select(column => column.Name))
            {
                double[] values = plain[column];
                Check($"moved {column} {rule}", values, Compute(moved, rule, options)[column], 1e-10);
                Check($"turned {column} {rule}", values, Compute(turned, rule, options)[column], 1e-10);
                Check($"permuted {column} {rule}", [.. order.Select(i => values[i])], Compute(permuted, rule, options)[column], 1e-10);
                Check(
                    $"replicated {column} {rule}", [.. Enumerable.Repeat(values, 4).SelectMany(x => x)], Compute(replicated, rule, options)[column], 1e-10);
            }
        }

        // A rotation by an odd angle around an odd axis, from the unit quaternion (0.5, 0.1, -0.7, 0.5).
        static Vec3 Turn(Vec3 r)
        {
            Vec3 u = new(0.1, -0.7, 0.5);
            return (2 * Vec3.Dot(u, r) * u) + ((0.25 - u.LengthSquared()) * r) + (2 * 0.5 * Vec3.Cross(u, r));
        }
    }

    [Fact]
    public void What_is_undefined_is_not_a_number()
    {
        Frame frame = NeighborEnumeration.Random(Box.Open, 2) with { Positions = [Vec3.Zero, new Vec3(5, 0, 0)] };
        OrderParameters order = Compute(frame, new CutoffNeighbors(1), All with { Foldnesses = [6] });
        Assert.All(order.Columns, column => Assert.All(column.Values, value => Assert.True(double.IsNaN(value), column.Name)));
        Assert.True(double.IsNaN(order.Means["q6"]));
    }

    [Fact]
    public void Hexatic_order_tells_a_triangular_lattice_and_its_direction()
    {
        const double tilt = 0.2;
        Vec3[] lattice = [.. from i in Enumerable.Range(-4, 9) from j in Enumerable.Range(-4, 9) select At(i, j)];
        Frame frame = new()
        {
            Topology = Topology.Uniform(lattice.Length, 1, "A", 2), Box = Box.Open, Units = UnitSystem.Reduced, Positions = lattice,
        };
        OrderParameters order = Compute(frame, new CutoffNeighbors(1.1), new() { Foldnesses = [4, 6] });
        int middle = 40;
        Assert.Equal(1, order["psi6"][middle], 1e-12);
        Assert.Equal(tilt, order["psi6_angle"][middle], 1e-12);
        Assert.Equal(0, order["psi4"][middle], 1e-12);

        static Vec3 At(int i, int j)
        {
            (double x, double y) = (i + (0.5 * j), Math.Sqrt(0.75) * j);
            return new Vec3((x * Math.Cos(tilt)) - (y * Math.Sin(tilt)), (x * Math.Sin(tilt)) + (y * Math.Cos(tilt)), 0);
        }
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Frame frame = NeighborEnumeration.Random(Box.Cubic(20), 9000);
        NeighborTable neighbors = new CutoffNeighbors(1.5).Find(frame, TwoThreads, Token);
        OrderParameterOptions options = new() { Degrees = [4, 6], IsAveraged = true, HasW = true, Foldnesses = [6] };
        OrderParameters one = OrderParameters.Compute(neighbors, options, CpuDevice.Default, Token);
        OrderParameters two = OrderParameters.Compute(neighbors, options, TwoThreads, Token);
        Assert.All(one.Columns, column => Assert.Equal(column.Values, two[column.Name]));
    }

    [Fact]
    public void The_frame_of_the_result_has_its_columns()
    {
        Frame frame = Compute(NeighborEnumeration.Random(Box.Cubic(3), 20), new NearestNeighbors(6), new() { Degrees = [4, 6], HasW = true }).ToFrame();
        frame.Validate();
        Assert.Equal(["q4", "w4", "q6", "w6"], frame.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Degrees_that_do_not_exist_are_refused()
    {
        Frame frame = NeighborEnumeration.Random(Box.Cubic(3), 20);
        foreach (OrderParameterOptions options in new OrderParameterOptions[]
            { new(), new() { Degrees = [0] }, new() { Degrees = [101] }, new() { Degrees = [6, 6] }, new() { Foldnesses = [-1] } })
        {
            Assert.Throws<ArgumentException>(() => Compute(frame, new NearestNeighbors(6), options));
        }

        Assert.Contains("there are: q4", Assert.Throws<ArgumentException>(
            () => Compute(frame, new NearestNeighbors(6), new() { Degrees = [4] })["q6"]).Message, StringComparison.Ordinal);
    }

    private static OrderParameters Compute(Frame frame, NeighborRule rule, OrderParameterOptions options) =>
        OrderParameters.Compute(rule.Find(frame, TwoThreads, Token), options, TwoThreads, Token);

    private static void Check(string what, double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - found[i]) <= tolerance, $"{what} of {i}: {found[i]}, not {expected[i]}");
        }
    }

    // One conventional cell with lattice constant 1, so that all neighbours but a few are images; of hcp the distance of neighbours is 1.
    private static Frame IdealCrystal(string shell)
    {
        double golden = (1 + Math.Sqrt(5)) / 2, edge = 1 / Math.Sqrt(1 + (golden * golden));
        Vec3[] face = [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)];
        (Box box, Vec3[] positions) = shell[..2] switch
        {
            "fc" => (Box.Cubic(1), face),
            "bc" => (Box.Cubic(1), [new(0, 0, 0), new(0.5, 0.5, 0.5)]),
            "sc" => (Box.Cubic(1), [new(0, 0, 0)]),
            "di" => (Box.Cubic(1), [.. face, .. face.Select(r => r + new Vec3(0.25, 0.25, 0.25))]),
            "hc" => (
                Box.Orthorhombic(1, Math.Sqrt(3), Math.Sqrt(8.0 / 3)),
                [
                    new(0, 0, 0), new(0.5, Math.Sqrt(3) / 2, 0), new(0.5, Math.Sqrt(3) / 6, Math.Sqrt(2.0 / 3)),
                    new(0, 2 / Math.Sqrt(3), Math.Sqrt(2.0 / 3)),
                ]),
            _ => (Box.Open, (Vec3[])
                [
                    Vec3.Zero,
                    .. from s in new[] { -edge, edge } from t in new[] { -golden * edge, golden * edge }
                       from r in new Vec3[] { new(0, s, t), new(s, t, 0), new(t, 0, s) } select r,
                ]),
        };
        return new Frame { Topology = Topology.Uniform(positions.Length, 1, "A"), Box = box, Units = UnitSystem.Reduced, Positions = positions };
    }
}
