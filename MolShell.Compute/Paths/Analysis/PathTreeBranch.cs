namespace MolShell.Compute.Paths.Analysis;

/// <summary>An accepted path in a <see cref="PathTree"/>. Places count frames from the first frame of the first path of the tree.</summary>
public sealed record PathTreeBranch
{
    /// <summary>Number of accepted paths before it, 0 for the first path.</summary>
    public required int Generation { get; init; }

    /// <summary>Number of the step that made it; 0 for the first path.</summary>
    public required long Step { get; init; }

    /// <summary>Name of the mover; empty for the first path.</summary>
    public required string Mover { get; init; }

    /// <summary>Place of its first frame [frames].</summary>
    public required int Start { get; init; }

    /// <summary>Number of its frames.</summary>
    public required int Length { get; init; }

    /// <summary>Place of the first frame that the path before did not have [frames].</summary>
    public required int NewStart { get; init; }

    /// <summary>Number of frames that the path before did not have.</summary>
    public required int NewLength { get; init; }

    /// <summary>Number of its frames that are in the first path of the tree.</summary>
    public required int InitialFrames { get; init; }

    /// <summary>Direction of time in which its new frames were made; null where the move is none of dynamics.</summary>
    public PathDirection? Direction { get; init; }

    /// <summary>Such as "step 12: 30 of 45 frames new".</summary>
    public override string ToString() => FormattableString.Invariant($"step {Step}: {NewLength} of {Length} frames new");
}
