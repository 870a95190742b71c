namespace MolShell.Compute.Paths.Storage;

/// <summary>How a run file is written.</summary>
public sealed record PathStoreOptions
{
    /// <summary>Replaces a file that exists.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Keeps the frames of rejected trials too, which makes the file several times larger.</summary>
    public bool KeepRejectedTrials { get; init; }
}
