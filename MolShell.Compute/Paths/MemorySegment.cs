using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>A segment whose frames are in memory.</summary>
internal sealed class MemorySegment(SegmentId id, int first, Frame[] frames) : FrameSegment(id, first, frames.Length)
{
    public override Frame this[int place] => frames[place - First];
}
