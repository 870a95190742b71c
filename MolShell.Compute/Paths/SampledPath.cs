namespace MolShell.Compute.Paths;

/// <summary>A path as records hold it: what it counts for in the averages of an ensemble.</summary>
public sealed record SampledPath
{
    /// <summary>Name of the ensemble.</summary>
    public required string Ensemble { get; init; }

    /// <summary>Number of the replica, which follows paths from ensemble to ensemble.</summary>
    public required int Replica { get; init; }

    /// <summary>What the path counts for in averages over the ensemble: 1 for the active path, a fraction with infinite swapping.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Length, ends and progress of the path.</summary>
    public required PathSummary Summary { get; init; }

    /// <summary>The path.</summary>
    public required Trajectory Trajectory { get; init; }

    /// <summary>The path as a member of each ensemble that it is in, where it swaps among them; otherwise empty.</summary>
    internal IReadOnlyList<SampledPath> Memberships { get; init; } = [];

    /// <summary>Such as "replica 3 in A, x = 0.4: path of 20 frames".</summary>
    public override string ToString() => FormattableString.Invariant($"replica {Replica} in {Ensemble}: {Trajectory}");
}
