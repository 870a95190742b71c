namespace MolShell.Compute.Paths;

/// <summary>How an initial path is looked for by dynamics.</summary>
public sealed record InitialPathOptions
{
    /// <summary>Seed of the runs.</summary>
    public ulong Seed { get; init; }

    /// <summary>Number of runs, each hotter than the last.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>Longest run [frames].</summary>
    public int MaximumFrames { get; init; } = 100_000;

    /// <summary>Temperature of the first run over that of sampling.</summary>
    public double FirstFactor { get; init; } = 1;

    /// <summary>Temperature of each run over that of the run before.</summary>
    public double FactorGrowth { get; init; } = 1.5;

    /// <summary>Longest path that is taken [frames].</summary>
    public int MaximumLength { get; init; } = 100_000;
}
