using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Neighbors;

public sealed class CutoffNeighborsTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    public static TheoryData<string, Box> Boxes
    {
        get
        {
            TheoryData<string, Box> boxes = BoxTests.Boxes;
            boxes.Add("open", Box.Open);
            return boxes;
        }
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void All_images_in_range_are_found_in_any_box(string name, Box box)
    {
        foreach ((double cutoff, double minimum) in new[] { (1.1, -1), (2.6, -1), (2.6, 1.4) })
        {
            Frame frame = NeighborEnumeration.Random(box, 40);
            NeighborTable table = new CutoffNeighbors(cutoff, minimum).Find(frame, TwoThreads, TestContext.Current.CancellationToken);
            for (int i = 0; i < frame.ParticleCount; i++)
            {
                (int Index, double Distance)[] expected = [.. NeighborEnumeration.Within(frame, i, cutoff, minimum).Select(found => (found.Index, found.Vector.Length()))];
                (int Index, double Distance)[] found =
                    [.. Enumerable.Range(0, table.CountOf(i)).Select(k => (table.Of(i)[k], table.Distance(i, k)))];
                Assert.Equal(expected.Length, found.Length);
                Assert.Equal(found.OrderBy(x => x.Distance), found);
                Assert.Equal(expected.Select(x => x.Index).Order(), found.Select(x => x.Index).Order());
                Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Distance, pair.Second.Distance, 1e-12));
            }
        }

        Assert.NotEmpty(name);
    }

    [Fact]
    public void Vectors_back_are_exactly_opposite()
    {
        Frame frame = NeighborEnumeration.Random(Box.Triclinic(new(3, 0, 0), new(1, 2.5, 0), new(-0.5, 1, 3.5)), 60);
        NeighborTable table = new CutoffNeighbors(1.3).Find(frame, CpuDevice.Default, TestContext.Current.CancellationToken);
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            for (int k = 0; k < table.CountOf(i); k++)
            {
                int j = table.Of(i)[k];
                Vec3 there = table.Vector(i, k);
                Assert.Contains(Enumerable.Range(0, table.CountOf(j)), back => table.Of(j)[back] == i && table.Vector(j, back) == -there);
            }
        }
    }

    [Fact]
    public void Threads_do_not_change_the_table()
    {
        Frame frame = NeighborEnumeration.Random(Box.Cubic(20), 5000);
        NeighborTable one = new CutoffNeighbors(1.5).Find(frame, CpuDevice.Default, TestContext.Current.CancellationToken);
        NeighborTable two = new CutoffNeighbors(1.5).Find(frame, TwoThreads, TestContext.Current.CancellationToken);
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            Assert.Equal(one.Of(i), two.Of(i));
        }
    }

    [Fact]
    public void Neighbours_are_those_of_the_reference()
    {
        foreach ((string name, double cutoff) in OrderReference.Cases)
        {
            NeighborTable table = new CutoffNeighbors(cutoff).Find(OrderReference.Frame(name), TwoThreads, TestContext.Current.CancellationToken);
            Assert.Equal(OrderReference.Table($"{name}_atoms.csv.gz")["nn"], table.Counts.Select(count => (double)count));
        }
    }

    [Fact]
    public void A_place_that_is_not_finite_is_named()
    {
        Frame frame = NeighborEnumeration.Random(Box.Cubic(5), 10);
        frame.Positions[3] = new Vec3(0, double.NaN, 0);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new CutoffNeighbors(1).Find(frame, CpuDevice.Default, TestContext.Current.CancellationToken));
        Assert.Contains("Particle 3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(double.NaN, -1)]
    [InlineData(double.PositiveInfinity, -1)]
    [InlineData(2, 2)]
    public void Ranges_that_hold_nothing_are_refused(double cutoff, double minimum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CutoffNeighbors(cutoff, minimum));
}
