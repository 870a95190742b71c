using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>A segment whose frames are in a run file, unless it was written without them.</summary>
internal sealed class StoredSegment(SegmentId id, int count, bool hasFrames, FrameCache cache) : FrameSegment(id, 0, count)
{
    public override bool HasFrames => hasFrames;

    public override Frame this[int place] => cache.Load(SliceCodec.Key(Id))[place];
}
