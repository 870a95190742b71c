namespace MolShell.Compute.IO;

/// <summary>How frames are written, where a format leaves a choice.</summary>
public sealed record TrajectoryWriteOptions
{
    /// <summary>Digits after the point of lengths in formats of fixed or compressed places (GRO, XTC); null for the usual number.</summary>
    public int? Digits { get; init; }

    /// <summary>Names of the columns to write, in formats that have a choice; empty for all.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Whether a frame follows others that are in the file already.</summary>
    public bool IsAppending { get; init; }
}
