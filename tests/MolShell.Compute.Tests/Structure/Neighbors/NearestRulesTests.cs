using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Neighbors;

/// <summary>The rules that go by the nearest particles and not by a distance: k nearest, adaptive, SANN and RAD.</summary>
public sealed class NearestRulesTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    public static TheoryData<string, Box, int> Boxes
    {
        get
        {
            TheoryData<string, Box, int> boxes = [];
            foreach (TheoryDataRow<string, Box> row in BoxTests.Boxes)
            {
                boxes.Add(row.Data.Item1, row.Data.Item2, 3);
            }

            boxes.Add("open", Box.Open, 3);
            boxes.Add("open plane", Box.Open, 2);
            boxes.Add("periodic plane", Box.Triclinic(new(4, 0, 0), new(1, 3, 0), new(0, 0, 1), true, true, false), 2);
            return boxes;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Boxes))]
    public void The_nearest_are_found_in_any_box(string name, Box box, int dimension)
    {
        Frame frame = NeighborEnumeration.Random(box, 40, dimension);
        foreach (int k in new[] { 1, 12, 20 })
        {
            Check(name, frame, new NearestNeighbors(k), all => k);
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Adaptive_cutoffs_hold_in_any_box(string name, Box box, int dimension)
    {
        Frame frame = NeighborEnumeration.Random(box, 40, dimension);
        foreach (double factor in new[] { 1.05, 1.2, 1.6 })
        {
            Check(name, frame, new AdaptiveNeighbors(factor), all =>
            {
                double cutoff = factor * all.Take(6).Average(v => v.Length());
                return all.TakeWhile(v => v.Length() <= cutoff * (1 + 1e-12)).Count();
            });
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Solid_angles_fill_the_sphere_in_any_box(string name, Box box, int dimension) =>
        Check(name, NeighborEnumeration.Random(box, 40, dimension), new SannNeighbors(), all =>
            Enumerable.Range(3, all.Length - 3).First(m => all.Take(m).Sum(v => v.Length()) / (m - 2) <= all[m].Length()));

    [Theory]
    [MemberData(nameof(Boxes))]
    public void No_nearer_particle_blocks_one_in_any_box(string name, Box box, int dimension)
    {
        Frame frame = NeighborEnumeration.Random(box, 40, dimension);
        NeighborTable closed = new RadNeighbors().Find(frame, TwoThreads, Token), open = new RadNeighbors(1.5).Find(frame, TwoThreads, Token);
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            Vec3[] all = [.. NeighborEnumeration.Within(frame, i, Far(frame)).Select(found => found.Vector)];

            // Images of the particle itself come in pairs of the same distance, of which either may be first.
            if (all.Zip(all.Skip(1)).Take(closed.CountOf(i) + 2).Any(pair => pair.Second.Length() - pair.First.Length() < 1e-9))
            {
                continue;
            }

            bool[] isBlocked = [.. all.Select((j, at) => all.Take(at).Any(k =>
                Vec3.Dot(j, k) / (j.Length() * k.Length()) / k.LengthSquared() > 1 / j.LengthSquared()))];
            int first = Array.IndexOf(isBlocked, true);
            Assert.Equal(first < 0 ? all.Length : first, closed.CountOf(i));
            double[] expected = [.. all.Where((v, at) => !isBlocked[at] && v.Length() <= 1.5).Select(v => v.Length())];
            Assert.Equal(expected, Distances(open, i), (a, b) => Math.Abs(a - b) < 1e-9);
        }

        Assert.NotEmpty(name);
    }

    [Fact]
    public void Shells_are_those_of_the_reference()
    {
        foreach ((string name, _) in OrderReference.Cases)
        {
            Frame frame = OrderReference.Frame(name);
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_atoms.csv.gz");
            NeighborTable sann = new SannNeighbors().Find(frame, TwoThreads, Token), adaptive = new AdaptiveNeighbors().Find(frame, TwoThreads, Token);
            Assert.Equal(table["sann_n"], sann.Counts.Select(count => (double)count));
            Assert.Equal(table["adaptive_n"], adaptive.Counts.Select(count => (double)count));
            for (int i = 0; i < frame.ParticleCount; i++)
            {
                Assert.Equal(table["sann_R"][i], Distances(sann, i).Sum() / (sann.CountOf(i) - 2), 1e-10);
                Assert.Equal(table["adaptive_rc"][i], 1.2 * Distances(adaptive, i).Take(6).Average(), 1e-10);
            }
        }
    }

    // A dense drop in a box that is nearly empty, with one particle far away.
    [Fact]
    public void The_range_grows_for_a_lone_particle()
    {
        Frame drop = NeighborEnumeration.Random(Box.Open, 500);
        Frame frame = drop with { Box = Box.Cubic(200), Positions = [.. drop.Positions, new Vec3(100, 100, 100)], Topology = Topology.Uniform(501, 1, "A") };
        NeighborTable table = new NearestNeighbors(8).Find(frame, TwoThreads, Token);
        Assert.Equal(NeighborEnumeration.Within(frame, 500, 200).Take(8).Select(found => found.Index).Order(), table.Of(500).ToArray().Order());
        Assert.Equal(8, table.MostCount);
        Assert.Equal(8, table.LeastCount);
    }

    [Fact]
    public void Threads_do_not_change_the_table()
    {
        Frame frame = NeighborEnumeration.Random(Box.Cubic(20), 5000);
        NeighborTable one = new SannNeighbors().Find(frame, CpuDevice.Default, Token), two = new SannNeighbors().Find(frame, TwoThreads, Token);
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            Assert.Equal(one.Of(i), two.Of(i));
        }
    }

    [Fact]
    public void Too_few_particles_are_told()
    {
        Frame frame = NeighborEnumeration.Random(Box.Open, 5);
        ArgumentException error = Assert.Throws<ArgumentException>(() => new NearestNeighbors(12).Find(frame, TwoThreads, Token));
        Assert.Contains("has 4 others", error.Message, StringComparison.Ordinal);
        Assert.Contains("the 12 nearest", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SannNeighbors().Find(NeighborEnumeration.Random(Box.Open, 3), TwoThreads, Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NearestNeighbors(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdaptiveNeighbors(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadNeighbors(double.NaN));
    }

    private static void Check(string name, Frame frame, NeighborRule rule, Func<Vec3[], int> expectedCount)
    {
        NeighborTable table = rule.Find(frame, TwoThreads, Token);
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            Vec3[] all = [.. NeighborEnumeration.Within(frame, i, Far(frame)).Select(found => found.Vector)];
            double[] found = Distances(table, i);
            Assert.True(expectedCount(all) == found.Length, $"{name}, {rule}: particle {i} has {found.Length}, not {expectedCount(all)}");
            Assert.Equal(all.Take(found.Length).Select(v => v.Length()), found, (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    // A ball of this radius holds more than the rules want.
    private static double Far(Frame frame) => frame.Box.IsPeriodic ? 3 : 7;

    private static double[] Distances(NeighborTable table, int particle) =>
        [.. Enumerable.Range(0, table.CountOf(particle)).Select(k => table.Distance(particle, k))];
}
