using MolShell.Compute.Structure;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Structure;

/// <summary>The frame in whatever the pipeline brings to an analysis of structure.</summary>
internal static class FrameInput
{
    /// <summary>What is accepted, for messages.</summary>
    public const string Expected = "a frame, a system or the result of a cmdlet for a frame";

    /// <summary>A frame itself, the start of a system, the frame of a result with the result as columns; null for others.</summary>
    public static Frame? Of(object input) => input switch
    {
        Frame frame => frame,
        IFrameResult result => result.ToFrame(),
        MolecularSystem system => system.Start,
        _ => null,
    };
}
