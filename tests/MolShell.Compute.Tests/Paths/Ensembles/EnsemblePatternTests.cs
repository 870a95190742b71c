using FsCheck;
using FsCheck.Fluent;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Ensembles;

/// <summary>Ensembles with code of their own are what their definition as a sequence is: members, growth at both ends, parts of a run.</summary>
public sealed class EnsemblePatternTests
{
    private static readonly StateVolume[] States = [Model.A, Model.B, Words.C];
    private static readonly StateVolume Outside = !(Model.A | Model.B | Words.C);
    private static readonly InterfaceSet FromA = new(Model.A, [1.0, 3, 4]);
    private static readonly InterfaceSet FromB = new(Model.B, [9.0, 7, 6.5]);

    // The last column says it by the public algebra, with nothing of the classes' own.
    private static readonly Dictionary<string, (PathEnsemble Ensemble, PathEnsemble Sequence)> Cases = new()
    {
        ["transition"] = (new TransitionEnsemble([Model.A], [Model.B]), Between(Model.A, All(Outside | Words.C), Model.B)),
        ["transitions"] = (
            new TransitionEnsemble(States, States),
            Between(Model.A, All(Outside), Model.B | Words.C) | Between(Model.B, All(Outside), Model.A | Words.C)
                | Between(Words.C, All(Outside), Model.A | Model.B)),
        ["fixed length"] = (
            new FixedLengthEnsemble([Model.A, Words.C], [Model.B], 5), Between(Model.A | Words.C, PathEnsemble.OfLength(3), Model.B)),
        ["border"] = (Interface(0), Between(Model.A, All(Outside), !Outside) & PathEnsemble.PartIn(Beyond(1))),
        ["interface"] = (Interface(1), Between(Model.A, All(Outside), !Outside) & PathEnsemble.PartIn(Beyond(3))),
        ["outer"] = (
            new InterfaceEnsemble("outer", States, new InterfaceOrigin(FromA, 2), new InterfaceOrigin(FromB, 1)),
            (Between(Model.A, All(Outside), !Outside) & PathEnsemble.PartIn(Beyond(4)))
                | (Between(Model.B, All(Outside), !Outside) & PathEnsemble.PartOut(StateVolume.Interval(Model.X, 7.0000001, null)))),
        ["minus"] = (Minus(2), PathEnsemble.Sequence([Excursion, Stay.Optional(), Excursion]) | Joined),
        ["three excursions"] = (Minus(3), PathEnsemble.Sequence([Minus(2), Inner, Excursion], [1, 1], [1, 1])),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static PathEnsemble Excursion => Between(Model.A, All(Outside) & PathEnsemble.PartIn(Beyond(3)), Model.A);

    private static PathEnsemble Inner => All(Model.A | (Outside - Beyond(3)));

    // Between two excursions, each with a frame of its own in the state.
    private static PathEnsemble Stay => Inner;

    // Two excursions with one frame in the state between them.
    private static PathEnsemble Joined => PathEnsemble.Sequence([Excursion, Excursion], 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void MembersAreThoseOfTheSequence(string name)
    {
        (PathEnsemble ensemble, PathEnsemble sequence) = Cases[name];
        int members = 0;
        Prop.ForAll(Arb.From(Candidates(name)), path =>
        {
            bool expected = ensemble.Contains(path);
            members += expected ? 1 : 0;
            Assert.True(expected == sequence.Contains(path), Words.Text(path));
            Assert.True(expected == OwnPattern(ensemble).Contains(path), Words.Text(path));
        }).Check(4000);
        Assert.True(members > 20, $"only {members} members of 4000");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PartsOfARunAreThoseOfTheSequence(string name)
    {
        (PathEnsemble ensemble, _) = Cases[name];
        int members = 0;
        Prop.ForAll(Arb.From(Runs(60, name)), run =>
        {
            string[] parts = [.. ensemble.Split(run).Select(Words.Text)];
            members += parts.Length;
            Assert.Equal(OwnPattern(ensemble).Split(run).Select(Words.Text), parts);
            PathSearch own = ensemble.Search(backward: true);
            PathSearch general = OwnPattern(ensemble).Search(backward: true);
            Assert.Equal(run.Select(general.Add), run.Select(own.Add));
        }).Check(200);
        Assert.True(members > 50, $"only {members} parts of 200 runs");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void GrowthFromPartsOfMembersIsThatOfTheSequence(string name)
    {
        (PathEnsemble ensemble, _) = Cases[name];
        PathEnsemble general = OwnPattern(ensemble);
        int grown = 0;
        Prop.ForAll(Arb.From(Runs(60, name)), Arb.From(Runs(30, name)), (run, noise) =>
        {
            foreach (Trajectory member in ensemble.Split(run))
            {
                for (int point = 1; point < member.Count - 1; point++)
                {
                    Compare(PathDirection.Forward, member.Slice(0, point + 1));
                    Compare(PathDirection.Backward, member.Slice(point, member.Count - point));
                    grown++;
                }
            }

            void Compare(PathDirection direction, Trajectory kept)
            {
                PathGrowth a = ensemble.Grow(direction, kept, 0);
                PathGrowth b = general.Grow(direction, kept, 0);
                foreach (Frame frame in noise)
                {
                    Assert.Equal(b.IsOver, a.IsOver);
                    Assert.Equal(b.Succeeded, a.Succeeded);
                    if (a.IsOver)
                    {
                        return;
                    }

                    a.Add(frame);
                    b.Add(frame);
                }
            }
        }).Check(100);
        Assert.True(grown > 50, $"only {grown} points");
    }

    // A two-way shot: first forward from one frame, the other end being open, then backward.
    [Theory]
    [InlineData("transitions")]
    [InlineData("fixed length")]
    [InlineData("interface")]
    public void GrowthFromOneFrameEndsInMembers(string name)
    {
        (PathEnsemble ensemble, _) = Cases[name];
        PathEnsemble general = OwnPattern(ensemble);
        int members = 0;
        Prop.ForAll(Arb.From(Runs(40, name)), Arb.From(Runs(40, name)), (after, before) =>
        {
            Trajectory point = Model.Path(2);
            Trajectory? own = Shoot(ensemble);
            Trajectory? same = Shoot(general);
            Assert.Equal(own is null ? "none" : Words.Text(own), same is null ? "none" : Words.Text(same));
            members += own is null ? 0 : 1;

            Trajectory? Shoot(PathEnsemble which)
            {
                PathGrowth forward = which.Grow(PathDirection.Forward, point, pending: 2);
                int end = 0;
                for (; !forward.IsOver && end < after.Count; end++)
                {
                    forward.Add(after[end]);
                }

                Trajectory half = Trajectory.Concat(point, after.Slice(0, end));
                PathGrowth backward = which.Grow(PathDirection.Backward, half, 0);
                int begin = 0;
                for (; forward.Succeeded && !backward.IsOver && begin < before.Count; begin++)
                {
                    backward.Add(before[begin]);
                }

                Trajectory whole = Trajectory.Concat(before.Slice(0, begin).Reversed(), half);
                Assert.Equal(backward.Succeeded, forward.Succeeded && which.Contains(whole));
                return backward.Succeeded ? whole : null;
            }
        }).Check(1000);
        Assert.True(members > 20, $"only {members} members of 1000");
    }

    private static PathEnsemble All(StateVolume volume) => PathEnsemble.AllIn(volume);

    private static StateVolume Beyond(double value) => StateVolume.Interval(Model.X, value, null);

    private static InterfaceEnsemble Interface(int index) => new("A", States, new InterfaceOrigin(FromA, index));

    private static MinusEnsemble Minus(int excursions) => new("A minus", States, new InterfaceSet(Model.A, [3.0]), excursions);

    private static PathEnsemble Between(StateVolume from, PathEnsemble between, StateVolume to) =>
        PathEnsemble.Sequence([PathEnsemble.SingleFrame(from), between, PathEnsemble.SingleFrame(to)]);

    private static PatternEnsemble OwnPattern(PathEnsemble ensemble) =>
        new(ensemble.Name, ensemble.Describe(), ensemble.Pattern, ensemble.FrameStates);

    // Walks that members are not too rare among; the minus ensemble's stay near A.
    private static Gen<Trajectory> Runs(int longest, string name)
    {
        double[] places = name is "minus" or "three excursions" ? [0, 0, 3, 4] : [0, 2, 3, 4, 5, 6, 7, 9, 9.5];
        return Gen.Choose(1, longest).SelectMany(length => Gen.ArrayOf(Gen.Elements(places), length)).Select(Model.Path);
    }

    // Some walk, mostly from a state to a state.
    private static Gen<Trajectory> Candidates(string name) => Gen.Frequency(
        (1, Runs(9, name)),
        (4, Gen.Elements(0.0, 9).SelectMany(first => Gen.Elements(0.0, 9).SelectMany(
            last => Runs(name == "three excursions" ? 10 : 6, name).Select(between => Trajectory.Concat(Model.Path(first), between, Model.Path(last)))))));
}
