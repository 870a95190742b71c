using MolShell.Compute.Dynamics;

namespace MolShell.Compute.Engines;

/// <summary>A run reached the greatest number of frames that its engine makes.</summary>
public sealed class FrameLimitException : SimulationException
{
    public FrameLimitException(int frames, FrameLimitAction action)
        : base(FormattableString.Invariant($"The run reached {frames} frames, the most that its engine was allowed to make.")) =>
        Action = action;

    public FrameLimitException()
    {
    }

    public FrameLimitException(string message)
        : base(message)
    {
    }

    public FrameLimitException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>What becomes of the trial.</summary>
    public FrameLimitAction Action { get; }
}
