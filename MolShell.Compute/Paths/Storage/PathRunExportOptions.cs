namespace MolShell.Compute.Paths.Storage;

/// <summary>What of the chosen steps of a run is written to another file.</summary>
public sealed record PathRunExportOptions
{
    /// <summary>Replaces a file that exists.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Writes the steps behind those of a file of the same run; begins one where there is none.</summary>
    public bool Append { get; init; }

    /// <summary>Leaves the frames of rejected trials out.</summary>
    public bool DropRejectedTrials { get; init; }

    /// <summary>
    /// Keeps the frames of the paths of the first and then of every so many of the steps, and of the last one always, so that the run can go on;
    /// of other paths only what was measured of them stays. 0 keeps those of the last step only.
    /// </summary>
    public long FrameStride { get; init; } = 1;
}
