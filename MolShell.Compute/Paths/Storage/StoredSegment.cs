using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>A segment whose frames are in a run file.</summary>
internal sealed class StoredSegment(long key, int count, FrameCache cache) : FrameSegment(SliceCodec.Id(key), 0, count)
{
    public override Frame this[int place] => cache.Load(key)[place];
}
