namespace MolShell.Compute.Paths.Storage;

/// <summary>How a run file is written.</summary>
public sealed record PathStoreOptions
{
    /// <summary>Replaces a file that exists.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Keeps the frames of rejected trials too, which makes the file several times larger.</summary>
    public bool KeepRejectedTrials { get; init; }

    /// <summary>
    /// Keeps frames in TRR files in a folder beside the run file, one for each run of frames, and refers to them. For systems in GROMACS
    /// units; energies of frames are not kept.
    /// </summary>
    public bool KeepFrameFiles { get; init; }
}
