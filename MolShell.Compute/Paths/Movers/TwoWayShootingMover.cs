using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Two-way shooting: velocities at a frame of the path are changed, and the whole path is made anew forward and backward from there.
/// A forward half that ends in the wrong state saves the backward half. Acceptance min(1, S(old) f(new point)/(S(new) f(old point)))
/// with S and f of the selector; the velocity modifiers add no factor. Dellago et al. 1998, doi:10.1063/1.476378.
/// </summary>
public sealed class TwoWayShootingMover(PathEnsemble ensemble, ShootingSelector selector, VelocityModifier modifier)
    : ShootingMover("TwoWayShooting", ensemble, selector)
{
    /// <summary>How velocities at the shooting point are changed.</summary>
    public VelocityModifier Modifier => modifier;

    public override string Describe() => $"{Name} in {Ensemble.Name}, shooting point {Selector.Describe()}, {modifier.Describe()}";

    internal override void Check(ISimulationEngine engine)
    {
        modifier.Check(engine.System, engine.Temperature);
        if (!engine.NeedsVelocities && modifier.ChangesVelocities)
        {
            throw new ArgumentException(
                $"The dynamics of the engine {engine.Name} has no velocities, so shooting cannot change them: "
                + "leave the velocity modifier out.");
        }

        if (engine.HasConstraints && !modifier.AllowsConstraints)
        {
            throw new ArgumentException(
                $"The engine {engine.Name} holds distances fixed, for which velocities are drawn anew for all particles: "
                + $"expected random velocities of all particles, not {modifier.Describe()}.");
        }

        if (!engine.IsStochastic && !modifier.ChangesVelocities)
        {
            throw new ArgumentException(
                $"Two-way shooting with the deterministic engine {engine.Name} needs a velocity modifier: "
                + "without one every trial repeats the path.");
        }
    }

    private protected override MoveOutcome Shoot(
        PathSample sample, int point, double sum, double number, RandomSource random, MoveContext context)
    {
        Trajectory path = sample.Path;
        RandomSource kicks = new(context.Key(RandomStream.Modifier));
        Frame changed = modifier.Modify(path[point], context.Engine.Temperature, kicks);
        changed = modifier.ChangesVelocities ? context.Engine.Prepare(changed) : changed;
        Trajectory single = Trajectory.FromFrames([changed]);
        double oldWeight = Selector.Weight(path, point);
        double newWeight = Selector.Weight(changed, reversed: false);
        MetropolisBound bound = new(number, sum * (newWeight / oldWeight), newWeight);

        PathGrowth growth = Ensemble.Grow(PathDirection.Forward, single, pending: point);
        RandomKey key = context.Key(RandomStream.TrialForward);
        TrialLeg forward = new(context, Selector, bound, changed, key, PathDirection.Forward, growth, settled: 2);
        RejectionReason reason = forward.Grow(context);
        Trajectory trial = Trajectory.FromSegment(forward.ToSegment(context.NextPart(), changed), reversed: false);
        if (reason != RejectionReason.None)
        {
            return Outcome(sample, trial, reason, bound, point, PathDirection.Both);
        }

        growth = Ensemble.Grow(PathDirection.Backward, trial, pending: 0);
        key = context.Key(RandomStream.TrialBackward);
        TrialLeg backward = new(context, Selector, bound, changed, key, PathDirection.Backward, growth, settled: trial.Count);
        reason = backward.Grow(context);
        trial = Trajectory.Concat(Trajectory.FromSegment(backward.ToSegment(context.NextPart()), reversed: true), trial);
        return Outcome(sample, trial, reason, bound, point, PathDirection.Both);
    }
}
