using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>What the steps of a run are, as pure functions of their number and of the paths that they begin with.</summary>
internal interface IMoveSource
{
    /// <summary>The mover of a step.</summary>
    PathMover Pick(long step);

    /// <summary>What the mover of a step gets.</summary>
    MoveContext ContextOf(long step, CancellationToken cancellation);

    /// <summary>Makes the move of a step; called on several threads at the same time.</summary>
    MoveOutcome Make(long step, PathMover mover, SampleSet samples, CancellationToken cancellation);
}
