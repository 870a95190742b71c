using System.Collections.Immutable;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Shooting from the first frame beyond the interface, forward: the frames up to there stay, so the trial reaches the interface and has the
/// same shooting point, and every trial is accepted unless it is longer than allowed. The frames before the interface never change; path
/// reversal must renew them, so a scheme without it for the same ensemble is refused. Only paths that come back can be reversed: where a path
/// crosses the interface beside another state, its next way back to its own state takes one over the probability of it shots, and until then it
/// stays. <see cref="Strategies.OneWayShootingStrategy"/> renews it sooner.
/// </summary>
public sealed class InterfaceConstrainedShootingMover(InterfaceEnsemble ensemble) : PathMover("InterfaceConstrainedShooting")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [ensemble];

    public override string Describe() => $"{Name} in {ensemble.Name}";

    internal override void Check(ISimulationEngine engine) => OneWayShootingMover.RequireNoise(engine);

    internal override void CheckCompanions(IReadOnlyCollection<PathMover> movers)
    {
        if (!movers.Any(m => m is PathReversalMover && m.Ensembles[0] == ensemble))
        {
            throw new ArgumentException(
                $"Interface-constrained shooting in {ensemble.Name} needs path reversal in the same scheme: shots go forward from the first "
                + "frame beyond the interface, so without reversal the frames before it would never change. Give path reversal a weight above 0.");
        }
    }

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, ensemble);
        int point = ensemble.FirstBeyond(sample.Path);
        if (point == sample.Path.Count - 1)
        {
            // The first frame beyond the interface is the end in a state: nothing comes after it.
            return MoveOutcome.Decided(accepted: true, sample.Path, sample) with { ShootingFrame = point, Direction = PathDirection.Forward };
        }

        Trajectory kept = sample.Path.Slice(0, point + 1);
        Trajectory trial = Extension.Grow(ensemble, kept, PathDirection.Forward, context, out RejectionReason reason);
        return MoveOutcome.Decided(reason == RejectionReason.None, trial, sample with { Path = trial }) with
        {
            Reason = reason,
            ShootingFrame = point,
            Direction = PathDirection.Forward,
        };
    }
}
