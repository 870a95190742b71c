using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>The record of one Monte Carlo step in path space.</summary>
public sealed record PathStep
{
    /// <summary>Number of the step, from 1.</summary>
    public required long Step { get; init; }

    /// <summary>Name of the mover.</summary>
    public required string Mover { get; init; }

    /// <summary>Name of the ensemble that was moved.</summary>
    public required string Ensemble { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>
    /// Probability that the trial is accepted, between 0 and 1, by the Metropolis rule; an upper bound where a trial was given up early.
    /// </summary>
    public required double AcceptanceProbability { get; init; }

    /// <summary>Why the trial was rejected.</summary>
    public required RejectionReason Reason { get; init; }

    /// <summary>Length of the trial [frames], or of what was made of it before it was given up.</summary>
    public required int TrialLength { get; init; }

    /// <summary>Index of the shooting point in the path before the step; null for moves without one.</summary>
    public int? ShootingFrame { get; init; }

    /// <summary>Direction of time in which the trial was made; null for moves without dynamics.</summary>
    public PathDirection? Direction { get; init; }

    /// <summary>Length of the active path after the step [frames].</summary>
    public int PathLength => Trajectory.Count;

    /// <summary>The active path after the step.</summary>
    public required Trajectory Trajectory { get; init; }

    /// <summary>Whether the frames of all sampled paths are at hand; a run file may have been written without them.</summary>
    public bool HasFrames => Samples.All(s => s.Trajectory.HasFrames);

    /// <summary>The trial path; null where a rejected one was not kept.</summary>
    public Trajectory? Trial { get; init; }

    /// <summary>
    /// All sampled paths after the step, with their weights: one for each ensemble that has an active path, more with infinite swapping.
    /// </summary>
    public IReadOnlyList<SampledPath> Samples { get; init; } = [];

    /// <summary>The moves that a composed move was made of, in their order; empty for others and for steps read from a run file.</summary>
    public IReadOnlyList<InnerMove> Inner { get; init; } = [];

    /// <summary>What all steps of the run share.</summary>
    public required PathRunInfo Run { get; init; }

    /// <summary>Number of the replica that was moved; of moves of several, the one that is in <see cref="Ensemble"/> after the step.</summary>
    public int Replica { get; init; }

    /// <summary>The replicas whose path or ensemble the step changed; empty when it was rejected.</summary>
    internal IReadOnlyList<SampledPath> Changes { get; init; } = [];

    /// <summary>
    /// Number of the move that made the frames, where moves end in another order than they begin; otherwise the number of the step.
    /// </summary>
    internal long Move { get => field == 0 ? Step : field; init; }

    /// <summary>The record of a move.</summary>
    /// <param name="step">Number of the step.</param>
    /// <param name="mover">The mover.</param>
    /// <param name="outcome">What came of its move.</param>
    /// <param name="current">The replica that was moved, after the step.</param>
    /// <param name="samples">All sampled paths after the step.</param>
    /// <param name="changes">The replicas that the step changed.</param>
    /// <param name="run">What all steps share.</param>
    internal static PathStep Of(
        long step,
        PathMover mover,
        MoveOutcome outcome,
        PathSample current,
        IReadOnlyList<SampledPath> samples,
        IReadOnlyList<SampledPath> changes,
        PathRunInfo run) => new()
        {
            Step = step,
            Mover = mover.Name,
            Ensemble = mover.Ensembles[0].Name,
            Replica = current.Replica,
            Accepted = outcome.Accepted,
            AcceptanceProbability = outcome.AcceptanceProbability,
            Reason = outcome.Reason,
            TrialLength = outcome.Trial.Count,
            ShootingFrame = outcome.ShootingFrame,
            Direction = outcome.Direction,
            Trajectory = current.Path,
            Trial = outcome.Accepted ? current.Path : outcome.Trial,
            Samples = samples,
            Run = run,
            Changes = changes,
            Inner = outcome.Inner,
        };
}
