using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// Frames First ... First + Count - 1 of a segment, in that order, or, when reversed, backward with negated velocities.
/// </summary>
internal readonly record struct PathSlice(FrameSegment Segment, int First, int Count, bool Reversed)
{
    /// <summary>The place in the segment of the frame at an index of the slice.</summary>
    public int Place(int index) => Reversed ? First + Count - 1 - index : First + index;

    /// <summary>The frame as its dynamics gave it.</summary>
    public Frame Raw(int index) => Segment[Place(index)];

    public Frame Frame(int index) => Reversed ? Raw(index).Reversed() : Raw(index);

    public PathSlice Backward() => this with { Reversed = !Reversed };

    public PathSlice Part(int index, int count) => this with
    {
        First = Reversed ? First + Count - index - count : First + index,
        Count = count,
    };

    /// <summary>This slice and the next as one, where they are neighbours in one segment.</summary>
    public PathSlice? Join(PathSlice next)
    {
        if (!ReferenceEquals(Segment, next.Segment) || Reversed != next.Reversed)
        {
            return null;
        }

        bool adjacent = Reversed ? next.First + next.Count == First : First + Count == next.First;
        return adjacent ? this with { First = Math.Min(First, next.First), Count = Count + next.Count } : null;
    }
}
