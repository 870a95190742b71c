namespace MolShell.Compute.Paths;

/// <summary>
/// Identity of a run of frames: the sampling step that made it and its part of that step (0 what was grown first, 1 the backward
/// half of a two-way shot). Step 0 is the initial paths. Where several runs are read as one, it is of one of them, counted from 0. A frame is
/// identified by its segment and its place in it.
/// </summary>
public readonly record struct SegmentId(long Step, int Part, int Run = 0)
{
    /// <summary>Greatest number of parts of a step.</summary>
    public const int MaximumParts = 1024;
}
