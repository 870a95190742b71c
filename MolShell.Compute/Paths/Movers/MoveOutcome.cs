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

    /// <summary>The moves that the move was made of, in their order.</summary>
    public ImmutableArray<InnerMove> Inner { get; init; } = [];

    /// <summary>The same outcome, whose accepted paths hold no more frames in memory than a few times their own.</summary>
    public MoveOutcome Trimmed() => Accepted
        ? this with { Changes = ImmutableArray.CreateRange(Changes, c => c with { Path = c.Path.Trimmed() }) }
        : this;

    /// <summary>A move that is accepted exactly where its paths are members of their new ensembles.</summary>
    public static MoveOutcome Decided(bool accepted, Trajectory trial, params ImmutableArray<PathSample> changes) => new()
    {
        Reason = accepted ? RejectionReason.None : RejectionReason.NotInEnsemble,
        AcceptanceProbability = accepted ? 1 : 0,
        Trial = trial,
        Changes = changes,
    };

    /// <summary>A move without the paths that it needs.</summary>
    public static MoveOutcome WithoutPath(Trajectory trial) => new()
    {
        Reason = RejectionReason.NoPath,
        AcceptanceProbability = 0,
        Trial = trial,
        Changes = [],
    };
}
