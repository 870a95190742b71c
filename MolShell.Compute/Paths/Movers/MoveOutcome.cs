using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Movers;

/// <summary>What came of a move.</summary>
internal sealed record MoveOutcome
{
    public required RejectionReason Reason { get; init; }

    public bool Accepted => Reason == RejectionReason.None;

    /// <summary>Metropolis probability; an upper bound where a trial was given up early.</summary>
    public required double AcceptanceProbability { get; init; }

    /// <summary>The trial path, complete or as far as it was made.</summary>
    public required Trajectory Trial { get; init; }

    public int? ShootingFrame { get; init; }

    public PathDirection? Direction { get; init; }

    /// <summary>The replicas to change when accepted, in their new ensembles.</summary>
    public required ImmutableArray<PathSample> Changes { get; init; }
}
