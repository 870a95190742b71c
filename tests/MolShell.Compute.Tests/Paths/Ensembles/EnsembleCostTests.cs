using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Ensembles;

/// <summary>What a frame costs does not depend on how many came before it, and no variable is evaluated twice for it.</summary>
public sealed class EnsembleCostTests
{
    private const int Frames = 5000;

    public static TheoryData<string> Kinds => ["visit", "sequence", "overlap", "and", "transition", "minus"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachFrameIsEvaluatedOnceAndFollowedInFewWays(string kind)
    {
        Counting x = new();
        PathEnsemble ensemble = Make(kind, x);
        System.Random random = new(5);
        PathTracker tracker = ensemble.Track();
        PatternSearch search = new(ensemble.Pattern, ensemble.FrameStates, backward: false);
        int most = 0;
        for (int i = 0; i < Frames; i++)
        {
            Frame frame = Model.Frame(random.Next(0, 9));
            tracker.Add(frame);
            Assert.Equal((2 * i) + 1, x.Evaluations);
            search.Add(frame);
            Assert.Equal((2 * i) + 2, x.Evaluations);
            most = Math.Max(most, search.Branches);
        }

        Assert.InRange(most, 1, 40);
    }

    // Growth at an end looks at the new frames alone; what is kept of the path has its values already.
    [Fact]
    public void GrowthUsesTheValuesOfThePath()
    {
        Counting x = new();
        PathEnsemble ensemble = Make("sequence", x);
        Trajectory path = Model.Path([.. Enumerable.Repeat(0.0, 100), .. Enumerable.Repeat(4.0, 100)]);
        Assert.True(ensemble.CanAppendStrictly(path));
        Assert.Equal(200, x.Evaluations);
        Assert.True(ensemble.CanPrepend(path.Reversed().Reversed()) && ensemble.CanAppend(path));
        Assert.NotNull(ensemble.Diagnose(path));
        Assert.False(ensemble.Reversed().CanAppendStrictly(path));
        Assert.True(ensemble.Reversed().CanPrependStrictly(path.Reversed()));
        PathGrowth growth = ensemble.Grow(PathDirection.Forward, path, pending: 0);
        Assert.Equal(200, x.Evaluations);
        for (int i = 0; i < 50; i++)
        {
            growth.Add(Model.Frame(4));
        }

        Assert.False(growth.IsOver);
        Assert.Equal(250, x.Evaluations);
    }

    private static PathEnsemble Make(string kind, CollectiveVariable x)
    {
        StateVolume a = StateVolume.Interval(x, null, 1, "A");
        StateVolume b = StateVolume.Interval(x, 9, null, "B");
        StateVolume c = StateVolume.Interval(x, 4, 5, "C");
        PathEnsemble inA = PathEnsemble.AllIn(a);
        PathEnsemble outside = PathEnsemble.AllOut(a | b);
        PathEnsemble last = PathEnsemble.SingleFrame(b);
        return kind switch
        {
            "visit" => PathEnsemble.VisitAll([a, c, b]),
            "sequence" => PathEnsemble.Sequence([inA, outside, last]),
            "overlap" => PathEnsemble.Sequence([PathEnsemble.PartIn(a), PathEnsemble.PartIn(c), last], 1, 2),
            "and" => PathEnsemble.PartIn(c) & PathEnsemble.Sequence([inA, outside, inA, outside, last]) & !PathEnsemble.OfLength(7),
            "minus" => new MinusEnsemble("minus", [a, b], new InterfaceSet(a, [3.0])),
            _ => new TransitionEnsemble([a, c], [b]),
        };
    }

    private sealed record Counting : TestVariable
    {
        public int Evaluations { get; private set; }

        public override double Evaluate(PhasePoint point)
        {
            Evaluations++;
            return point.Positions[0].X;
        }
    }
}
