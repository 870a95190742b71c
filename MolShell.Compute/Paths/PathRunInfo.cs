namespace MolShell.Compute.Paths;

/// <summary>What all records of a run share.</summary>
public sealed record PathRunInfo
{
    /// <summary>The network in names and numbers.</summary>
    public required NetworkSummary Network { get; init; }

    /// <summary>Time from one frame to the next [time]; NaN where the engine does not tell.</summary>
    public required double FrameInterval { get; init; }

    /// <summary>Symbol of the unit of time; empty in reduced units.</summary>
    public required string TimeUnit { get; init; }

    /// <summary>Full path of the run file that the records were read from; null of a run that is being made, and of several read as one.</summary>
    public string? RunFile { get; init; }

    public override string ToString() => $"{Network.Kind} of {string.Join(", ", Network.States)}";
}
