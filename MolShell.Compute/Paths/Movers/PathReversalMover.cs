using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Takes the path backward in time: accepted when the reversed path is in the ensemble. It changes something only where paths
/// may lead both ways between states.
/// </summary>
public sealed class PathReversalMover(PathEnsemble ensemble) : PathMover("PathReversal")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [ensemble];

    public override string Describe() => $"{Name} in {ensemble.Name}";

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, ensemble);
        Trajectory trial = sample.Path.Reversed();
        bool accepted = ensemble.Contains(trial);
        return new MoveOutcome
        {
            Reason = accepted ? RejectionReason.None : RejectionReason.NotInEnsemble,
            AcceptanceProbability = accepted ? 1 : 0,
            Trial = trial,
            Changes = [sample with { Path = trial }],
        };
    }
}
