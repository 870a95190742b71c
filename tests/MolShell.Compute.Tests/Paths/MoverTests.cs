using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class MoverTests
{
    private static readonly double[] Path = [0, 2, 3, 4, 5, 9];

    [Fact]
    public void OneWayShotKeepsOnePartAndMakesTheOther()
    {
        HashSet<(int, PathDirection)> seen = [];
        for (ulong seed = 0; seed < 100; seed++)
        {
            PredestinedEngine engine = new(forward: [6, 9.5], backward: [1.5, 0.5]);
            PathStep step = Shoot(OneWay(), engine, seed, new PathSamplingOptions { EarlyRejection = false });
            int point = step.ShootingFrame!.Value;
            bool forward = step.Direction == PathDirection.Forward;
            double[] expected = forward ? [.. Path[..(point + 1)], 6, 9.5] : [0.5, 1.5, .. Path[point..]];
            double[] velocities = [.. Enumerable.Range(0, expected.Length).Select(i => !forward && i < 2 ? -1.0 : 1.0)];
            seen.Add((point, step.Direction!.Value));

            Assert.Single(engine.Starts);
            Assert.Equal(forward ? 1 : -1, engine.Starts[0].Start.Velocities![0].X);
            Assert.Equal(Path[point], engine.Starts[0].Start.Positions[0].X);
            Assert.Equal(expected.Length, step.TrialLength);
            Assert.Equal(Math.Min(1, 4.0 / (expected.Length - 2)), step.AcceptanceProbability, 15);
            Assert.Equal(step.Accepted ? RejectionReason.None : RejectionReason.Metropolis, step.Reason);
            Assert.Equal(expected, Model.Positions(step.Trial!));
            Assert.Equal(velocities, Model.Velocities(step.Trial!));
            Assert.Equal(step.Accepted ? expected : Path, Model.Positions(step.Trajectory));
            Assert.Equal(step.Trajectory.Count, step.PathLength);
        }

        Assert.Equal(8, seen.Count);
    }

    [Fact]
    public void TrialThatReturnsIsNotInTheEnsemble()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            PathStep step = Shoot(OneWay(), new PredestinedEngine(forward: [3, 0.5], backward: [5, 9]), seed);
            Assert.False(step.Accepted);
            Assert.Equal(RejectionReason.NotInEnsemble, step.Reason);
            Assert.Equal(0, step.AcceptanceProbability);
            Assert.Equal(Path, Model.Positions(step.Trajectory));
        }
    }

    [Fact]
    public void TwoWayShotMayTurnThePathWherePathsLeadBothWays()
    {
        MoveSchemeOptions options = new() { Shooting = ShootingKind.TwoWay };
        PathStep turned = Shoot(MoveScheme.Create(Model.BothWays, options), new PredestinedEngine(forward: [3, 0.5], backward: [5, 9]), 1);
        Assert.True(turned.Accepted);
        Assert.Equal(9, turned.Trajectory[0].Positions[0].X);
        PathStep returned = Shoot(MoveScheme.Create(Model.BothWays, options), new PredestinedEngine(forward: [3, 0.5], backward: [5, 0]), 1);
        Assert.Equal(RejectionReason.NotInEnsemble, returned.Reason);
    }

    [Fact]
    public void LongTrialsAreAcceptedWithTheRatioOfLengths()
    {
        int accepted = 0;
        int longer = 0;
        for (ulong seed = 0; seed < 2000; seed++)
        {
            // Forward trials have 1 + point + 10 frames and 9 + point between the ends; backward ones 15 - point.
            PredestinedEngine engine = new(
                forward: [5, 5, 5, 5, 5, 5, 5, 5, 5, 9], backward: [5, 5, 5, 5, 5, 5, 5, 5, 5, 0]);
            PathStep step = Shoot(OneWay(), engine, seed, new PathSamplingOptions { EarlyRejection = false });
            int between = step.Direction == PathDirection.Forward ? 9 + step.ShootingFrame!.Value : 14 - step.ShootingFrame!.Value;
            Assert.Equal(between + 2, step.TrialLength);
            Assert.Equal(4.0 / between, step.AcceptanceProbability, 15);
            if (between == 10)
            {
                longer++;
                accepted += step.Accepted ? 1 : 0;
            }
        }

        Sigma.AssertWithin(4, 0.4 * longer, Math.Sqrt(longer * 0.24), accepted, "accepted trials with probability 0.4");
    }

    [Fact]
    public void EarlyRejectionChangesNothingButTheWork()
    {
        double[] script = [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5];
        foreach (MoveScheme scheme in new[] { OneWay(), TwoWay(), OneWay(ShootingSelector.GaussianBias(Model.X, 4.5, 0.3)) })
        {
            int saved = 0;
            for (ulong seed = 0; seed < 500; seed++)
            {
                int length = (int)(seed % 17) + 1;
                PredestinedEngine early = new(forward: [.. script[..length], 9], backward: [.. script[..length], 0]);
                PredestinedEngine late = new(forward: [.. script[..length], 9], backward: [.. script[..length], 0]);
                PathStep a = Shoot(scheme, early, seed);
                PathStep b = Shoot(scheme, late, seed, new PathSamplingOptions { EarlyRejection = false });
                Assert.Equal(b.Accepted, a.Accepted);
                Assert.Equal(b.Reason, a.Reason);
                Assert.Equal(Model.Positions(b.Trajectory), Model.Positions(a.Trajectory));
                Assert.True(a.AcceptanceProbability >= b.AcceptanceProbability);
                Assert.True(early.Frames <= late.Frames);
                saved += late.Frames - early.Frames;
            }

            Assert.True(saved > 500, $"{scheme}: {saved} frames saved");
        }
    }

    [Theory]
    [InlineData(ShootingKind.OneWay)]
    [InlineData(ShootingKind.TwoWay)]
    public void TrialBeyondTheMaximumLengthIsRejected(ShootingKind kind)
    {
        MoveScheme scheme = MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Shooting = kind });
        double[] endless = [.. Enumerable.Repeat(5.0, 100)];
        PathSamplingOptions options = new() { MaximumLength = 10, EarlyRejection = false };
        for (ulong seed = 0; seed < 20; seed++)
        {
            PathStep step = Shoot(scheme, new PredestinedEngine(endless, endless), seed, options);
            Assert.Equal(RejectionReason.MaximumLength, step.Reason);
            Assert.InRange(step.TrialLength, 9, 10);
            Assert.Equal(0, step.AcceptanceProbability);
        }
    }

    [Fact]
    public void PathOfExactlyTheMaximumLengthIsAllowed()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            PredestinedEngine engine = new(forward: [5, 9], backward: [5, 0]);
            PathStep step = Shoot(TwoWay(), engine, seed, new PathSamplingOptions { MaximumLength = 6 });
            Assert.Equal(5, step.TrialLength);
            Assert.True(step.Accepted);
        }

        PathStep exact = Shoot(TwoWay(), new PredestinedEngine(forward: [5, 9], backward: [5, 5, 0]), 1, new PathSamplingOptions { MaximumLength = 6 });
        Assert.Equal(6, exact.TrialLength);
        Assert.True(exact.Accepted);
        PathStep beyond = Shoot(TwoWay(), new PredestinedEngine(forward: [5, 9], backward: [5, 5, 5, 0]), 1, new PathSamplingOptions { MaximumLength = 6 });
        Assert.Equal(RejectionReason.MaximumLength, beyond.Reason);
    }

    [Fact]
    public void TwoWayShotMakesBothPartsFromTheModifiedPoint()
    {
        MoveScheme scheme = TwoWay(VelocityModifier.Random(temperature: 4));
        int runs = 0;
        PredestinedEngine engine = new(_ => runs++ == 0 ? [6, 9] : [2.5, 1.5, 0]);
        PathStep step = Shoot(scheme, engine, 3);

        Assert.Equal(2, engine.Starts.Count);
        var forward = engine.Starts[0].Start;
        var backward = engine.Starts[1].Start;
        Assert.Equal(forward.Positions, backward.Positions);
        Assert.Equal(forward.Velocities![0].X, -backward.Velocities![0].X);
        Assert.NotEqual(1, forward.Velocities![0].X);
        Assert.NotEqual(engine.Starts[0].Key, engine.Starts[1].Key);
        double point = Path[step.ShootingFrame!.Value];
        Assert.Equal([0, 1.5, 2.5, point, 6, 9], Model.Positions(step.Trial!));
        Assert.Equal([-1, -1, -1, forward.Velocities![0].X, 1, 1], Model.Velocities(step.Trial!));
        Assert.Equal(PathDirection.Both, step.Direction);
        Assert.True(step.Accepted);
    }

    // With a bias on velocities, the new point may have a weight that underflows to 0.
    [Fact]
    public void PointOfVanishingWeightIsRejected()
    {
        MoveScheme scheme = MoveScheme.Create(Model.Tps, new MoveSchemeOptions
        {
            Shooting = ShootingKind.TwoWay,
            Selector = ShootingSelector.GaussianBias(Model.V, 1, 1e6),
            Modifier = VelocityModifier.Random(),
        });
        PathStep step = Shoot(scheme, new PredestinedEngine(forward: [6, 9], backward: [2, 0]), 3);
        Assert.Equal(RejectionReason.Metropolis, step.Reason);
        Assert.Equal(0, step.AcceptanceProbability);
    }

    [Fact]
    public void TwoWayShotStopsAfterAForwardHalfInTheWrongState()
    {
        PredestinedEngine engine = new(forward: [5, 0.5], backward: [5, 0]);
        PathStep step = Shoot(TwoWay(), engine, 3);
        Assert.Single(engine.Starts);
        Assert.Equal(RejectionReason.NotInEnsemble, step.Reason);
        Assert.Equal(3, step.TrialLength);
    }

    [Fact]
    public void FixedLengthTrialsHaveTheLength()
    {
        PathNetwork network = PathNetwork.FixedLengthTps([Model.A], [Model.B], 6);
        foreach (ShootingKind kind in new[] { ShootingKind.OneWay, ShootingKind.TwoWay })
        {
            MoveScheme scheme = MoveScheme.Create(network, new MoveSchemeOptions { Shooting = kind });
            for (ulong seed = 0; seed < 40; seed++)
            {
                PredestinedEngine engine = new(forward: [9, 9, 9, 9, 9, 9], backward: [0, 0, 0, 0, 0, 0]);
                PathStep step = Shoot(scheme, engine, seed);
                Assert.True(step.Accepted);
                Assert.Equal(1, step.AcceptanceProbability);
                Assert.Equal(6, step.TrialLength);
                Assert.Equal(Path[step.ShootingFrame!.Value], step.Trial![step.ShootingFrame!.Value].Positions[0].X);
            }
        }
    }

    [Fact]
    public void PathReversalIsAcceptedInsideTheEnsembleOnly()
    {
        PathEnsemble both = Model.BothWays.Ensembles[0];
        PathStep accepted = Run(Reversal(Model.BothWays));
        Assert.True(accepted.Accepted);
        Assert.Equal([9, 5, 4, 3, 2, 0], Model.Positions(accepted.Trajectory));
        Assert.All(Model.Velocities(accepted.Trajectory), v => Assert.Equal(-1, v));
        Assert.Null(accepted.ShootingFrame);
        Assert.Null(accepted.Direction);
        Assert.True(both.Contains(accepted.Trajectory));

        PathStep rejected = Run(Reversal(Model.Tps));
        Assert.Equal(RejectionReason.NotInEnsemble, rejected.Reason);
        Assert.Equal(Path, Model.Positions(rejected.Trajectory));
    }

    [Fact]
    public void MeaninglessCombinationsAreRefusedBeforeAnythingRuns()
    {
        PredestinedEngine deterministic = new([9], [0]) { Temperature = null };
        Assert.Contains("stochastic", Refusal(OneWay(), deterministic), StringComparison.Ordinal);
        Assert.Contains("needs a velocity modifier", Refusal(TwoWay(), deterministic), StringComparison.Ordinal);
        Assert.Contains("need a temperature", Refusal(TwoWay(VelocityModifier.Random()), deterministic), StringComparison.Ordinal);
        Assert.Contains("particle 7", Refusal(TwoWay(VelocityModifier.Direction(0.1, [0, 7])), deterministic), StringComparison.Ordinal);
        Assert.NotNull(new PathSampler(TwoWay(VelocityModifier.Direction(0.1)), deterministic, Model.Path(Path), 1));
        Assert.Empty(deterministic.Starts);
        Assert.Contains(
            "One-way shooting keeps the velocities",
            Assert.Throws<ArgumentException>(() => MoveScheme.Create(
                Model.Tps, new MoveSchemeOptions { Modifier = VelocityModifier.Direction(1) })).Message,
            StringComparison.Ordinal);
    }

    private static string Refusal(MoveScheme scheme, PredestinedEngine engine) =>
        Assert.Throws<ArgumentException>(() => new PathSampler(scheme, engine, Model.Path(Path), 1)).Message;

    private static MoveScheme OneWay(ShootingSelector? selector = null) =>
        MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Selector = selector ?? ShootingSelector.Uniform });

    private static MoveScheme TwoWay(VelocityModifier? modifier = null) =>
        MoveScheme.Create(Model.Tps, new MoveSchemeOptions { Shooting = ShootingKind.TwoWay, Modifier = modifier });

    private static MoveScheme Reversal(PathNetwork network) =>
        new(network, [new MoverWeight(new PathReversalMover(network.Ensembles[0]), 1)]);

    private static PathStep Run(MoveScheme scheme) => Shoot(scheme, new PredestinedEngine([9], [0]), 1);

    private static PathStep Shoot(MoveScheme scheme, PredestinedEngine engine, ulong seed, PathSamplingOptions? options = null) =>
        new PathSampler(scheme, engine, Model.Path(Path), seed, options).Run(1, TestContext.Current.CancellationToken).Single();
}
