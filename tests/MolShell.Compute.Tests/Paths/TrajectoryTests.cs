using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class TrajectoryTests
{
    [Fact]
    public void ReversalNegatesVelocitiesAndSharesFrames()
    {
        Trajectory path = Model.Path(0, 1, 2, 3);
        Trajectory reversed = path.Reversed();
        Assert.Equal([3, 2, 1, 0], Model.Positions(reversed));
        Assert.All(Model.Velocities(reversed), v => Assert.Equal(-1, v));
        Assert.Same(path[1].Positions, reversed[2].Positions);
        Assert.Equal([0, 1, 2, 3], Model.Positions(reversed.Reversed()));
        Assert.Same(path[1], reversed.Reversed()[1]);
        Assert.True(path.SharesFrames(reversed));
    }

    [Fact]
    public void PartsOfPartsAndOfReversedPathsAreRight()
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        Trajectory path = Trajectory.Concat(Model.Path(x[..7]), Model.Path(x[7..12]), Model.Path(x[12..]));
        Assert.Equal(x, Model.Positions(path));
        Assert.Equal(x[5..14], Model.Positions(path.Slice(5, 9)));
        Assert.Equal(x[8..10], Model.Positions(path.Slice(5, 9).Slice(3, 2)));
        double[] backward = [.. x.Reverse()];
        Assert.Equal(backward[4..15], Model.Positions(path.Reversed().Slice(4, 11)));
        Assert.Equal(backward[6..8], Model.Positions(path.Reversed().Slice(4, 11).Slice(2, 2)));
        Assert.Empty(path.Slice(3, 0));
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(x[i], path[i].Positions[0].X);
        }
    }

    [Fact]
    public void NeighbouringSlicesAreMerged()
    {
        Trajectory path = Model.Path(0, 1, 2, 3, 4, 5);
        Assert.Single(Trajectory.Concat(path.Slice(0, 2), path.Slice(2, 4)).Slices);
        Trajectory reversed = path.Reversed();
        Trajectory joined = Trajectory.Concat(reversed.Slice(0, 2), reversed.Slice(2, 4));
        Assert.Single(joined.Slices);
        Assert.Equal([5, 4, 3, 2, 1, 0], Model.Positions(joined));
        Assert.Equal(2, Trajectory.Concat(path.Slice(0, 2), path.Slice(3, 3)).Slices.Length);
        Assert.Equal(2, Trajectory.Concat(path.Slice(0, 2), path.Reversed()).Slices.Length);
    }

    [Fact]
    public void ManyRandomCutsAgreeWithAPlainList()
    {
        System.Random random = new(5);
        Trajectory path = Model.Path([.. Enumerable.Range(0, 30).Select(i => (double)i)]);
        List<double> plain = [.. Model.Positions(path)];
        for (int round = 0; round < 300; round++)
        {
            int cut = random.Next(plain.Count + 1);
            Trajectory made = Trajectory.FromSegment(
                new MemorySegment(new SegmentId(round + 1, 0), 0, [.. Enumerable.Range(0, random.Next(1, 12)).Select(i => Model.Frame((100 * round) + i))]),
                random.Next(2) == 0);
            bool forward = random.Next(2) == 0;
            path = forward ? Trajectory.Concat(path.Slice(0, cut), made) : Trajectory.Concat(made, path.Slice(cut, path.Count - cut));
            plain = forward ? [.. plain[..cut], .. Model.Positions(made)] : [.. Model.Positions(made), .. plain[cut..]];
            if (random.Next(3) == 0)
            {
                path = path.Reversed().Trimmed();
                plain.Reverse();
            }

            Assert.Equal(plain, Model.Positions(path));
            Assert.Equal(plain, Enumerable.Range(0, path.Count).Select(i => path[i].Positions[0].X));
        }
    }

    [Fact]
    public void TrimmingLetsGoOfFramesButKeepsIdentities()
    {
        Trajectory whole = Model.Path([.. Enumerable.Range(0, 1000).Select(i => (double)i)]);
        Trajectory part = whole.Slice(400, 3).Reversed();
        Trajectory trimmed = part.Trimmed();
        Assert.Equal(3, trimmed.Slices[0].Segment.Count);
        Assert.Equal(Model.Positions(part), Model.Positions(trimmed));
        Assert.Equal([402, 401, 400], Enumerable.Range(0, 3).Select(i => trimmed.Value(Model.X, i)));
        Assert.True(trimmed.SharesFrames(whole));
        Assert.True(trimmed.SharesFrames(whole.Slice(402, 10)));
        Assert.False(trimmed.SharesFrames(whole.Slice(403, 10)));
        Assert.Same(whole, whole.Trimmed());
    }

    [Fact]
    public void ValuesAreComputedOnceAndKnowTheDirectionOfTime()
    {
        Trajectory path = Trajectory.FromFrames([Model.Frame(1, 5), Model.Frame(2, 6)]);
        Trajectory reversed = path.Reversed();
        Assert.Equal([5, 6], [path.Value(Model.V, 0), path.Value(Model.V, 1)]);
        Assert.Equal([-6, -5], [reversed.Value(Model.V, 0), reversed.Value(Model.V, 1)]);

        Counter counter = new();
        Assert.Equal(2, reversed.Value(counter, 0));
        Assert.Equal(2, path.Value(counter, 1));
        Assert.Equal(2, reversed.Reversed().Value(counter, 1));
        Assert.Equal(1, counter.Evaluations);
    }

    [Fact]
    public void BadIndicesAndMixedFramesAreRefused()
    {
        Trajectory path = Model.Path(0, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => path[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => path[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => path.Slice(1, 2));
        Frame two = Model.Frame(0) with { Topology = Topology.Uniform(2, 1, "X", 1), Positions = new MolShell.Compute.Numerics.Vec3[2], Velocities = null };
        ArgumentException error = Assert.Throws<ArgumentException>(() => Trajectory.FromFrames([Model.Frame(0), two]));
        Assert.Contains("Frame 1 has 2 particles", error.Message, StringComparison.Ordinal);
    }

    private sealed record Counter : TestVariable
    {
        public int Evaluations { get; private set; }

        public override double Evaluate(PhasePoint point)
        {
            Evaluations++;
            return point.Positions[0].X;
        }
    }
}
