using System.Buffers;
using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// A path as bytes: for each slice the key of its segment, the first frame, and twice the count plus 1 when reversed; then a checksum.
/// </summary>
internal static class SliceCodec
{
    /// <summary>The key of a segment in the file.</summary>
    public static long Key(SegmentId id) => (id.Step * SegmentId.MaximumParts) + id.Part;

    public static SegmentId Id(long key) => new(key / SegmentId.MaximumParts, (int)(key % SegmentId.MaximumParts));

    public static byte[] Encode(Trajectory path)
    {
        ArrayBufferWriter<byte> writer = new(16 * path.Slices.Length);
        foreach (PathSlice slice in path.Slices)
        {
            VarInt.Write(writer, Key(slice.Segment.Id));
            VarInt.Write(writer, slice.First);
            VarInt.Write(writer, (2L * slice.Count) + (slice.Reversed ? 1 : 0));
        }

        return Checksum.Seal(writer.WrittenSpan);
    }

    /// <summary>The keys of the segments that a path uses; of one in several slices several times.</summary>
    /// <exception cref="InvalidDataException">The bytes are no path.</exception>
    public static List<long> KeysOf(ReadOnlySpan<byte> bytes)
    {
        List<long> keys = [];
        for (bytes = Checksum.Unseal(bytes); !bytes.IsEmpty; VarInt.Read(ref bytes), VarInt.Read(ref bytes))
        {
            keys.Add(VarInt.Read(ref bytes));
        }

        return keys;
    }

    /// <exception cref="InvalidDataException">The bytes are no path, or a slice reaches beyond its segment.</exception>
    public static Trajectory Decode(ReadOnlySpan<byte> bytes, Func<long, FrameSegment> segmentOf)
    {
        bytes = Checksum.Unseal(bytes);
        ImmutableArray<PathSlice>.Builder slices = ImmutableArray.CreateBuilder<PathSlice>();
        while (!bytes.IsEmpty)
        {
            FrameSegment segment = segmentOf(VarInt.Read(ref bytes));
            long first = VarInt.Read(ref bytes);
            long count = VarInt.Read(ref bytes);
            if (first + (count / 2) > segment.Count)
            {
                throw new InvalidDataException("a path uses frames that its segment has not");
            }

            slices.Add(new PathSlice(segment, (int)first, (int)(count / 2), (count & 1) != 0));
        }

        return new Trajectory(slices.DrainToImmutable());
    }
}
