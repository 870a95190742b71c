using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Tests.Engines;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public sealed class TrialLegTests
{
    [Fact]
    public void Legs_that_grow_together_are_those_that_grow_alone()
    {
        Coordinate x = new(0);
        PathNetwork network = PathNetwork.Tps([StateVolume.Interval(x, null, -0.7, "A")], [StateVolume.Interval(x, 0.7, null, "B")]);
        PathEnsemble ensemble = network.Ensembles[0];
        MoveScheme scheme = MoveScheme.Create(network);
        using BuiltInEngine engine = new(new ToyBuilder { Potential = ToyPotential.DoubleWell, Temperature = 0.4, Start = default(Compute.Numerics.Vec3) }.Build(), 2);
        MoveContext[] steps = [.. Enumerable.Range(1, 100).Select(
            step => new MoveContext(engine, scheme, 5, step, new PathSamplingOptions { MaximumLength = 50 }, TestContext.Current.CancellationToken))];
        TrialLeg[] together = [.. steps.Select(Leg)], alone = [.. steps.Select(Leg)];
        engine.RunMany(RunManyTests.Queue(together), TestContext.Current.CancellationToken);
        HashSet<RejectionReason> reasons = [];
        for (int i = 0; i < steps.Length; i++)
        {
            reasons.Add(alone[i].Grow(steps[i]));
            Assert.Equal(alone[i].Reason, together[i].Reason);
            Assert.Equal(alone[i].Frames.Count, together[i].Frames.Count);
            Assert.Equal(alone[i].Frames.SelectMany(frame => frame.Positions), together[i].Frames.SelectMany(frame => frame.Positions));
            Assert.Equal(alone[i].Frames.SelectMany(frame => frame.Velocities!), together[i].Frames.SelectMany(frame => frame.Velocities!));
        }

        Assert.Equal(4, reasons.Count);

        TrialLeg Leg(MoveContext context)
        {
            Frame point = RunManyTests.Start(engine, (int)context.Step);
            PathDirection direction = context.Step % 3 == 0 ? PathDirection.Backward : PathDirection.Forward;
            Frame end = point with { Positions = [new Compute.Numerics.Vec3(direction == PathDirection.Forward ? -0.8 : 0.8, 0, 0)] };
            Trajectory kept = Trajectory.FromFrames(direction == PathDirection.Forward ? [end, point] : [point, end]);
            MetropolisBound bound = new(new RandomSource(context.Key(RandomStream.Mover)).NextDouble(), 30, 0);
            RandomKey key = context.Key(RandomStream.TrialForward);
            return new TrialLeg(context, new UniformSelector(), bound, point, key, direction, ensemble.Grow(direction, kept, pending: 0), kept.Count);
        }
    }
}
