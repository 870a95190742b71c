namespace MolShell.Compute.Engines;

/// <summary>What becomes of a trial that reached the greatest number of frames of its engine.</summary>
public enum FrameLimitAction
{
    /// <summary>It failed, as with forces that are no numbers.</summary>
    Fail,

    /// <summary>It is a trial that is too long, and is rejected as such.</summary>
    Stop,

    /// <summary>It is made again with other noise, as often as failed trials are.</summary>
    Retry,
}
