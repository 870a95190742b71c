using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class EnsembleTests
{
    private static readonly PathEnsemble Transition = new TransitionEnsemble([Model.A], [Model.B]);
    private static readonly PathEnsemble BothWays = new TransitionEnsemble([Model.A, Model.B], [Model.A, Model.B]);
    private static readonly PathEnsemble Fixed = new FixedLengthEnsemble([Model.A], [Model.B], 5);

    [Theory]
    [InlineData(true, "0 2 9")]
    [InlineData(true, "0 2 8 3 10")]
    [InlineData(false, "0 9")]
    [InlineData(false, "0 2")]
    [InlineData(false, "2 9")]
    [InlineData(false, "9 2 0")]
    [InlineData(false, "0 2 0")]
    [InlineData(false, "0 0 2 9")]
    [InlineData(false, "0 2 0 2 9")]
    [InlineData(false, "0 2 9 9")]
    [InlineData(false, "")]
    public void TransitionEnsembleHoldsOneFrameInEachStateAtTheEnds(bool expected, string x)
    {
        Trajectory path = Model.Path(x);
        Assert.Equal(expected, Transition.Contains(path));
        Assert.Equal(expected, Transition.Diagnose(path) is null);
        Assert.True(!expected || BothWays.Contains(path));
    }

    [Fact]
    public void EnsembleBetweenTheSameStatesBothWaysIsSymmetric()
    {
        Assert.True(BothWays.Contains(Model.Path(9, 5, 0)));
        Assert.True(BothWays.Contains(Model.Path(0, 5, 9)));
        Assert.False(BothWays.Contains(Model.Path(0, 5, 0)));
        Assert.False(BothWays.Contains(Model.Path(9, 5, 9)));
    }

    [Theory]
    [InlineData(true, "0 2 0 9 9")]
    [InlineData(true, "0 2 3 4 9")]
    [InlineData(false, "0 2 3 9")]
    [InlineData(false, "0 2 3 4 5 9")]
    [InlineData(false, "2 2 3 4 9")]
    [InlineData(false, "0 2 9 4 5")]
    public void FixedLengthEnsembleLooksAtItsEndsOnly(bool expected, string x) =>
        Assert.Equal(expected, Fixed.Contains(Model.Path(x)));

    [Fact]
    public void DiagnosisNamesWhatIsWrong()
    {
        Assert.Equal("its first frame is in state B, not in A", Transition.Diagnose(Model.Path(9, 5, 0)));
        Assert.Equal("its last frame is in no state, but it began in state A and must end in B", Transition.Diagnose(Model.Path(0, 5, 6)));
        Assert.Contains("frame 1 of 4 is in state A", Transition.Diagnose(Model.Path(0, 0, 5, 9)), StringComparison.Ordinal);
        Assert.Equal("it has 3 frames, not 5", Fixed.Diagnose(Model.Path(0, 5, 9)));
    }

    // Growth has to agree with Contains for every continuation of every part of a member.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GrowthAgreesWithMembership(bool flexible)
    {
        PathEnsemble ensemble = flexible ? BothWays : new FixedLengthEnsemble([Model.A, Model.B], [Model.A, Model.B], 6);
        System.Random random = new(3);
        int members = 0;
        for (int round = 0; round < 3000; round++)
        {
            bool forward = random.Next(2) == 0;
            Trajectory member = forward ? Model.Path(0, 3, 4, 5, 6, 9) : Model.Path(9, 5, 4, 3, 2, 0);
            int point = random.Next(1, 5);
            PathDirection direction = random.Next(2) == 0 ? PathDirection.Forward : PathDirection.Backward;
            Trajectory kept = direction == PathDirection.Forward ? member.Slice(0, point + 1) : member.Slice(point, 6 - point);
            PathGrowth growth = ensemble.Grow(direction, kept, 0);
            List<Frame> frames = [];
            while (!growth.IsOver)
            {
                double[] places = [0, 5, 9];
                frames.Add(Model.Frame(places[random.Next(3)]));
                growth.Add(frames[^1]);
            }

            Trajectory made = Trajectory.FromFrames(frames);
            Trajectory trial = direction == PathDirection.Forward ? Trajectory.Concat(kept, made) : Trajectory.Concat(made.Reversed(), kept);
            Assert.Equal(ensemble.Contains(trial), growth.Succeeded);
            members += growth.Succeeded ? 1 : 0;
        }

        Assert.InRange(members, 300, 2700);
    }

    [Fact]
    public void GrowthFromAnOpenEndKnowsItsOwnStatesOnly()
    {
        PathGrowth forward = Transition.Grow(PathDirection.Forward, Model.Path(5), pending: 3);
        forward.Add(Model.Frame(6));
        Assert.False(forward.IsOver);
        forward.Add(Model.Frame(0));
        Assert.True(forward.IsOver);
        Assert.False(forward.Succeeded);

        PathGrowth inState = Transition.Grow(PathDirection.Forward, Model.Path(0), pending: 3);
        Assert.True(inState.IsOver);
        Assert.False(inState.Succeeded);
    }

    [Fact]
    public void BackwardGrowthTestsTheFrameAsThePathHasIt()
    {
        StateVolume rising = StateVolume.Interval(Model.V, 0.5, null, "rising");
        StateVolume falling = StateVolume.Interval(Model.V, null, -0.5, "falling");
        PathEnsemble ensemble = new TransitionEnsemble([rising], [falling]);
        Trajectory kept = Trajectory.FromFrames([Model.Frame(5, 0), Model.Frame(5, -1)]);

        // The engine runs with negated velocities: its frame with v = -1 is the path's frame with v = +1, in "rising".
        PathGrowth growth = ensemble.Grow(PathDirection.Backward, kept, 0);
        growth.Add(Model.Frame(5, -1));
        Assert.True(growth.IsOver && growth.Succeeded);
    }

    [Fact]
    public void SplitFindsEveryMember()
    {
        Trajectory path = Model.Path(5, 0, 0, 2, 0, 3, 4, 9, 9, 5, 0, 7, 9);
        Assert.Equal([[0, 3, 4, 9], [0, 7, 9]], Transition.Split(path).Select(Model.Positions));
        Assert.Equal([[0, 3, 4, 9], [9, 5, 0], [0, 7, 9]], BothWays.Split(path).Select(Model.Positions));
        Assert.Equal([[0, 2, 0, 3, 9], [0, 3, 9, 9, 9]], Fixed.Split(Model.Path(0, 2, 0, 3, 9, 9, 9)).Select(Model.Positions));
        Assert.Empty(Transition.Split(Model.Path(0, 9, 0, 9)));
    }

    [Fact]
    public void StatesThatOverlapAreRefusedWhenSeen()
    {
        StateVolume wide = StateVolume.Interval(Model.X, 8, null, "C");
        ArgumentException atOnce = Assert.Throws<ArgumentException>(() => PathNetwork.Tps([Model.B], [wide]));
        Assert.Contains("States B and C overlap", atOnce.Message, StringComparison.Ordinal);

        StateVolume fast = StateVolume.Interval(Model.V, 2, null, "fast");
        PathNetwork network = PathNetwork.Tps([Model.A], [fast]);
        PathSamplingException late = Assert.Throws<PathSamplingException>(
            () => network.Ensembles[0].Contains(Trajectory.FromFrames([Model.Frame(0, 3), Model.Frame(5), Model.Frame(5, 3)])));
        Assert.Contains("in states A", late.Message, StringComparison.Ordinal);
        Assert.Contains("must not overlap", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReversedPathsAreOfTheNetworkOnlyWhenTwoStatesAreInitialAndFinal()
    {
        StateVolume c = StateVolume.Interval(Model.X, 4, 5, "C");
        Assert.False(Model.Tps.HasReversiblePaths);
        Assert.False(PathNetwork.Tps([Model.A, Model.B], [Model.B, c]).HasReversiblePaths);
        Assert.True(Model.BothWays.HasReversiblePaths);
        Trajectory path = Model.Path(0, 3, 9);
        Assert.False(Model.Tps.Ensembles[0].Contains(path.Reversed()));
        Assert.True(Model.BothWays.Ensembles[0].Contains(path.Reversed()));
    }

    [Fact]
    public void EqualOrMissingStatesAreRefused()
    {
        Assert.Contains("same", Assert.Throws<ArgumentException>(() => PathNetwork.Tps([Model.A], [Model.A])).Message, StringComparison.Ordinal);
        StateVolume copy = StateVolume.Interval(Model.X, null, 1, "copy");
        Assert.Contains("same volume", Assert.Throws<ArgumentException>(() => PathNetwork.Tps([Model.A], [copy])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PathNetwork.Tps([], [Model.B]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PathNetwork.FixedLengthTps([Model.A], [Model.B], 2));
        StateVolume sameName = StateVolume.Interval(Model.X, 20, null, "A");
        Assert.Contains("name A", Assert.Throws<ArgumentException>(() => PathNetwork.Tps([Model.A], [sameName])).Message, StringComparison.Ordinal);
    }
}
