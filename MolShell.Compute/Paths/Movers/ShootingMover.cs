using System.Collections.Immutable;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Selectors;

namespace MolShell.Compute.Paths.Movers;

/// <summary>Makes part of the path anew by dynamics from a frame of it.</summary>
public abstract class ShootingMover : PathMover
{
    private protected ShootingMover(string name, PathEnsemble ensemble, ShootingSelector selector)
        : base(name)
    {
        Ensemble = ensemble;
        Selector = selector;
        Ensembles = [ensemble];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    /// <summary>How the shooting point is chosen.</summary>
    public ShootingSelector Selector { get; }

    private protected PathEnsemble Ensemble { get; }

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, Ensemble);
        Trajectory path = sample.Path;
        RandomSource random = new(context.Key(RandomStream.Mover));
        double sum = Selector.Sum(path);
        int point = Selector.Pick(path, sum, random);
        double number = random.NextDouble();
        return Shoot(sample, point, sum, number, random, context);
    }

    private protected abstract MoveOutcome Shoot(
        PathSample sample, int point, double sum, double number, RandomSource random, MoveContext context);

    private protected static MoveOutcome Outcome(
        PathSample sample, Trajectory trial, RejectionReason reason, MetropolisBound bound, int point, PathDirection direction)
    {
        if (reason == RejectionReason.None && bound.Fails)
        {
            reason = RejectionReason.Metropolis;
        }

        bool impossible = reason is RejectionReason.NotInEnsemble or RejectionReason.MaximumLength;
        return new MoveOutcome
        {
            Reason = reason,
            AcceptanceProbability = impossible ? 0 : bound.Probability,
            Trial = trial,
            ShootingFrame = point,
            Direction = direction,
            Changes = [sample with { Path = trial }],
        };
    }
}
