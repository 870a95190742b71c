using System.Collections;
using System.Collections.Immutable;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths;

/// <summary>
/// A path: an immutable list of frames. Paths share frames: reversal, parts and concatenation copy none. Frames of a path read from
/// a run file are loaded when they are asked for.
/// </summary>
public sealed class Trajectory : IReadOnlyList<Frame>
{
    // A slice that needs less than this part of its segment lets go of the rest.
    private const int WasteFactor = 4;

    private readonly int[] starts;

    internal Trajectory(ImmutableArray<PathSlice> slices)
    {
        Slices = slices;
        starts = new int[slices.Length];
        int count = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = count;
            count += slices[i].Count;
        }

        Count = count;
    }

    /// <summary>Number of frames, both ends included.</summary>
    public int Count { get; }

    /// <summary>Whether all frames are at hand; a run file may have been written without them.</summary>
    public bool HasFrames => Slices.All(s => s.Segment.HasFrames);

    internal ImmutableArray<PathSlice> Slices { get; }

    /// <summary>The frame at an index from 0; where the path runs backward through its frames, with negated velocities.</summary>
    public Frame this[int index]
    {
        get
        {
            return Locate(index, out int inside).Frame(inside);
        }
    }

    /// <summary>A path of given frames, as read from a file or made by a simulation.</summary>
    /// <exception cref="ArgumentException">The frames are of different systems.</exception>
    public static Trajectory FromFrames(IEnumerable<Frame> frames) => FromFrames(frames, default);

    /// <summary>The frames of several paths, one after the other.</summary>
    public static Trajectory Concat(params ReadOnlySpan<Trajectory> parts)
    {
        ImmutableArray<PathSlice>.Builder slices = ImmutableArray.CreateBuilder<PathSlice>();
        foreach (Trajectory part in parts)
        {
            foreach (PathSlice slice in part.Slices)
            {
                if (slices.Count > 0 && slices[^1].Join(slice) is PathSlice joined)
                {
                    slices[^1] = joined;
                }
                else
                {
                    slices.Add(slice);
                }
            }
        }

        return new Trajectory(slices.DrainToImmutable());
    }

    /// <summary>The same frames backward in time, with negated velocities.</summary>
    public Trajectory Reversed()
    {
        PathSlice[] slices = new PathSlice[Slices.Length];
        for (int i = 0; i < slices.Length; i++)
        {
            slices[i] = Slices[^(i + 1)].Backward();
        }

        return new Trajectory(ImmutableArray.Create(slices));
    }

    /// <summary>The path of <paramref name="count"/> frames from index <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches outside the path.</exception>
    public Trajectory Slice(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - first);
        ImmutableArray<PathSlice>.Builder part = ImmutableArray.CreateBuilder<PathSlice>();
        for (int i = 0; i < starts.Length; i++)
        {
            int from = Math.Max(first, starts[i]) - starts[i];
            int to = Math.Min(first + count, starts[i] + Slices[i].Count) - starts[i];
            if (from < to)
            {
                part.Add(Slices[i].Part(from, to - from));
            }
        }

        return new Trajectory(part.DrainToImmutable());
    }

    /// <summary>The value of a variable at a frame; computed once for each frame, however many paths share it.</summary>
    public double Value(CollectiveVariable variable, int index)
    {
        ArgumentNullException.ThrowIfNull(variable);
        ref readonly PathSlice slice = ref Locate(index, out int inside);
        return slice.Segment.Value(variable, slice.Place(inside), slice.Reversed);
    }

    /// <summary>What identifies the frame at an index, in either direction of time: its segment and its place there.</summary>
    internal (SegmentId Segment, int Place) Identify(int index)
    {
        ref readonly PathSlice slice = ref Locate(index, out int inside);
        return (slice.Segment.Id, slice.Place(inside));
    }

    /// <summary>Whether the two paths have a frame in common, in either direction of time.</summary>
    public bool SharesFrames(Trajectory other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (PathSlice a in Slices)
        {
            foreach (PathSlice b in other.Slices)
            {
                if (a.Segment.Id == b.Segment.Id && a.First < b.First + b.Count && b.First < a.First + a.Count)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public IEnumerator<Frame> GetEnumerator()
    {
        foreach (PathSlice slice in Slices)
        {
            for (int i = 0; i < slice.Count; i++)
            {
                yield return slice.Frame(i);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => FormattableString.Invariant($"path of {Count} frames");

    internal static Trajectory FromFrames(IEnumerable<Frame> frames, SegmentId id)
    {
        Frame[] array = [.. frames];
        int particles = array.Length == 0 ? 0 : array[0].ParticleCount;
        int other = Array.FindIndex(array, f => f.ParticleCount != particles);
        if (other >= 0)
        {
            throw new ArgumentException(
                $"Frame {other} has {array[other].ParticleCount} particles and frame 0 has {particles}: a path needs frames of one system.",
                nameof(frames));
        }

        return FromSegment(new MemorySegment(id, 0, array), reversed: false);
    }

    internal static Trajectory FromSegment(FrameSegment segment, bool reversed) =>
        new(segment.Count == 0 ? [] : [new PathSlice(segment, segment.First, segment.Count, reversed)]);

    /// <summary>The same path, holding no more frames in memory than a few times its own.</summary>
    internal Trajectory Trimmed() => Slices.Any(IsWasteful)
        ? new Trajectory(ImmutableArray.CreateRange(Slices, slice => IsWasteful(slice) ? Copied(slice) : slice))
        : this;

    /// <summary>The same path with all its frames, and no others, in memory.</summary>
    internal Trajectory InMemory() => new(ImmutableArray.CreateRange(Slices, Copied));

    private static PathSlice Copied(PathSlice slice)
    {
        Frame[] frames = new Frame[slice.Count];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = slice.Segment[slice.First + i];
        }

        return slice with { Segment = new MemorySegment(slice.Segment.Id, slice.First, frames) };
    }

    private static bool IsWasteful(PathSlice slice) =>
        slice.Segment is MemorySegment && slice.Segment.Count > WasteFactor * (slice.Count + WasteFactor);

    private ref readonly PathSlice Locate(int index, out int inside)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The path has {Count} frames, numbered from 0.");
        }

        // By hand, since this is called for each value of each frame, and a general search costs more than it finds.
        (int slice, int last) = (0, starts.Length - 1);
        while (slice < last)
        {
            int middle = (slice + last + 1) / 2;
            (slice, last) = starts[middle] <= index ? (middle, last) : (slice, middle - 1);
        }

        inside = index - starts[slice];
        return ref Slices.ItemRef(slice);
    }
}
