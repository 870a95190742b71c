using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>Ensembles of interface sampling on hand-written paths, and grown and found against their definition on random ones.</summary>
public sealed class InterfaceEnsembleTests
{
    private static readonly InterfaceSet FromA = new(Model.A, [1.0, 3, 5]);
    private static readonly InterfaceSet FromB = new(Model.B, [9.0, 7, 5]);
    private static readonly StateVolume[] States = [Model.A, Model.B];
    private static readonly InterfaceEnsemble Second = new("A 3", States, new InterfaceOrigin(FromA, 1));
    private static readonly InterfaceEnsemble Outer =
        new("outer", States, new InterfaceOrigin(FromA, 2), new InterfaceOrigin(FromB, 2));

    private static readonly MinusEnsemble Minus = new("A minus", States, new InterfaceSet(Model.A, [3.0]));

    public static TheoryData<string, bool> SecondInterface => new()
    {
        { "0 2 3 0", true },
        { "0 2 9", true },
        { "0 3 9", true },
        { "0 2 2 0", false },
        { "0 3 3", false },
        { "2 3 0", false },
        { "0 0 3 0", false },
        { "0 3 0 0", false },
        { "9 3 0", false },
        { "0 0", false },
        { "0 9", false },
        { "0 3 9 0", false },
    };

    [Theory]
    [MemberData(nameof(SecondInterface))]
    public void PathsReachTheirInterfaceAndEndInAnyState(string path, bool isMember) =>
        Assert.Equal(isMember, Second.Contains(Model.Path(path)));

    [Theory]
    [InlineData("0 5 0", true)]
    [InlineData("0 5 9", true)]
    [InlineData("9 5 0", true)]
    [InlineData("9 6 9", false)]
    [InlineData("0 4 0", false)]
    public void TheOuterEnsembleBeginsInAnyState(string path, bool isMember) => Assert.Equal(isMember, Outer.Contains(Model.Path(path)));

    [Theory]
    [InlineData("0 3 0 3 0", true)]
    [InlineData("0 2 3 2 0 2 0 0 2 4 0", true)]
    [InlineData("0 3 0", false)]
    [InlineData("0 2 0 3 0 3 0", false)]
    [InlineData("0 3 0 3 0 0", false)]
    [InlineData("0 0 3 0 3 0", false)]
    [InlineData("0 3 0 3 9", false)]
    [InlineData("0 3 9 3 0", false)]
    [InlineData("0 3 0 3 3", false)]
    [InlineData("0 3 0 3 0 3 0", false)]
    public void MinusPathsMakeTwoExcursions(string path, bool isMember)
    {
        Assert.Equal(isMember, Minus.Contains(Model.Path(path)));
        Assert.Equal(isMember, Minus.Contains(Model.Path(path).Reversed()));
    }

    [Fact]
    public void SummariesTellEndsProgressAndTimes()
    {
        PathSummary second = Second.Summarize(Model.Path("0 2 6 4 9"));
        Assert.Equal((5, 0, 1, 9.0), (second.Length, second.InitialState, second.FinalState, second.Progress));
        PathSummary outer = Outer.Summarize(Model.Path("9 6 4.5 9"));
        Assert.Equal((1, 1, 4.5), (outer.InitialState, outer.FinalState, outer.Progress));

        // Excursions of 3 and 2 intervals, and 3 intervals from coming back to the last frame in A.
        PathSummary minus = Minus.Summarize(Model.Path("0 2 3 0 2 0 0 4 0"));
        Assert.Equal((9, 5, 3), (minus.Length, minus.Outside, minus.Inside));
        Assert.Equal(["0 2 3 0", "0 4 0"], Minus.SplitExcursions(Model.Path("0 2 3 0 2 0 0 4 0")).Select(p => string.Join(' ', Model.Positions(p))));
    }

    [Fact]
    public void SplitFindsWhatTheDefinitionSays()
    {
        foreach (PathEnsemble ensemble in new PathEnsemble[] { Second, Outer, Minus })
        {
            for (int seed = 0; seed < 60; seed++)
            {
                Trajectory whole = Walk(seed);
                List<string> expected = [];
                for (int end = 0; end < whole.Count; end++)
                {
                    for (int first = 0; first <= end; first++)
                    {
                        if (ensemble.Contains(whole.Slice(first, end - first + 1)))
                        {
                            expected.Add($"{first} {end}");
                        }
                    }
                }

                double[] x = Model.Positions(whole);
                List<string> found = [];
                PathSearch search = ensemble.Search(backward: false);
                PathSearch reversed = ensemble.Search(backward: true);
                List<string> foundReversed = [];
                for (int i = 0; i < x.Length; i++)
                {
                    if (search.Add(whole[i]) is int first)
                    {
                        found.Add($"{first} {i}");
                    }

                    if (reversed.Add(whole[i]) is int other)
                    {
                        foundReversed.Add($"{other} {i}");
                        Assert.True(ensemble.Contains(whole.Slice(other, i - other + 1).Reversed()));
                    }
                }

                Assert.Equal(expected, found);
                Assert.Equal(ensemble.Split(whole.Reversed()).Count(), foundReversed.Count);
            }
        }
    }

    [Fact]
    public void GrowthEndsWhereTheDefinitionSays()
    {
        foreach (PathEnsemble ensemble in new PathEnsemble[] { Second, Outer, Minus })
        {
            foreach (Trajectory member in Enumerable.Range(0, 60).SelectMany(seed => ensemble.Split(Walk(seed))))
            {
                for (int point = 1; point < member.Count - 1; point++)
                {
                    Assert.True(Grown(ensemble, PathDirection.Forward, member, point, out int added));
                    Assert.Equal(member.Count - 1 - point, added);
                    Assert.True(Grown(ensemble, PathDirection.Backward, member, point, out added));
                    Assert.Equal(point, added);
                }
            }
        }
    }

    [Fact]
    public void BadInterfacesAreRefused()
    {
        Assert.Contains("inside the state", Assert.Throws<ArgumentException>(() => new InterfaceSet(Model.A, [0.5, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("outward", Assert.Throws<ArgumentException>(() => new InterfaceSet(Model.A, [1.0, 3, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("inside the state", Assert.Throws<ArgumentException>(() => new InterfaceSet(Model.A, [0.9, 0.5])).Message, StringComparison.Ordinal);
        Assert.Contains("at least one value", Assert.Throws<ArgumentException>(() => new InterfaceSet(Model.A, [])).Message, StringComparison.Ordinal);
        StateVolume ring = StateVolume.Interval(Model.X, 0, 1, "ring");
        Assert.Contains("name the variable", Assert.Throws<ArgumentException>(() => new InterfaceSet(ring, [1.0, 2])).Message, StringComparison.Ordinal);
        Assert.Contains("two values", Assert.Throws<ArgumentException>(() => new InterfaceSet(ring, [1.0], Model.X)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NetworksHaveTheEnsemblesOfTheirKind()
    {
        PathNetwork tis = PathNetwork.Tis(FromA, Model.B);
        Assert.Equal(["A -> B, x[0] = 1", "A -> B, x[0] = 3", "A -> B, x[0] = 5", "A -> B, minus"], tis.Ensembles.Select(e => e.Name.Replace(Model.X.Name, "x[0]", StringComparison.Ordinal)));
        PathNetwork mstis = PathNetwork.Mstis(FromA, FromB);
        Assert.Equal((6, 1, 2), (mstis.Transitions.Sum(t => t.Ensembles.Length), mstis.OuterEnsembles.Length, mstis.Transitions.Length));
        Assert.Equal(mstis.Ensembles.Length, mstis.Ensembles.Select(e => e.Name).Distinct().Count());
        NetworkSummary summary = PathNetwork.Mistis((FromA, [Model.B]), (FromB, [Model.A])).Summarize();
        Assert.Equal(["A", "B"], summary.States);
        Assert.Equal((1, 0, false), (summary.Transitions[1].InitialState, summary.Transitions[1].FinalStates[0], summary.Transitions[1].IsIncreasing));
    }

    private static bool Grown(PathEnsemble ensemble, PathDirection direction, Trajectory member, int point, out int added)
    {
        bool forward = direction == PathDirection.Forward;
        Trajectory kept = forward ? member.Slice(0, point + 1) : member.Slice(point, member.Count - point);
        PathGrowth growth = ensemble.Grow(direction, kept, 0);
        added = 0;
        while (!growth.IsOver && (forward ? point + added + 1 < member.Count : point - added - 1 >= 0))
        {
            added++;
            Frame frame = member[forward ? point + added : point - added];
            growth.Add(forward ? frame : frame.Reversed());
        }

        return growth.IsOver && growth.Succeeded;
    }

    private static Trajectory Walk(int seed)
    {
        Random random = new(seed);
        double x = 0;
        return Model.Path([.. Enumerable.Range(0, 80).Select(_ => x = Math.Clamp(x + random.Next(-2, 3), 0, 9))]);
    }
}
