using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Which frames of a trajectory are wanted.</summary>
public sealed record FrameSelection
{
    /// <summary>Number of frames to leave out at the beginning.</summary>
    public long Skip { get; init; }

    /// <summary>Number of frames to look at from there; null for all.</summary>
    public long? First { get; init; }

    /// <summary>Number of frames to look at up to the end of those; null for all.</summary>
    public long? Last { get; init; }

    /// <summary>Every so many of these frames, the first among them.</summary>
    public long Stride { get; init; } = 1;

    /// <summary>A function that gives the wanted frames of a reader one by one, then null.</summary>
    /// <param name="open">Opens the trajectory once more, to count frames where only the end is wanted.</param>
    public Func<ITrajectoryReader, Frame?> Read(Func<ITrajectoryReader> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        long at = 0;
        long? begin = Last is null ? Skip : null;
        long end = First is { } first ? first + Math.Min(Skip, long.MaxValue - first) : long.MaxValue;
        long next = Skip;
        return reader =>
        {
            if (begin is null)
            {
                end = Math.Min(end, Count(open));
                next = (begin = Math.Max(Skip, end - Last!.Value)).Value;
            }

            if (next >= end || !Advance(reader))
            {
                return null;
            }

            Frame? frame = reader.Read();
            if (frame is not null)
            {
                at++;
                next = Stride > long.MaxValue - next ? long.MaxValue : next + Stride;
            }

            return frame;
        };

        bool Advance(ITrajectoryReader reader)
        {
            if (at < next && reader.TrySeek(next))
            {
                at = next;
            }

            while (at < next)
            {
                if (!reader.Skip())
                {
                    return false;
                }

                at++;
            }

            return true;
        }
    }

    private static long Count(Func<ITrajectoryReader> open)
    {
        using ITrajectoryReader reader = open();
        if (reader.FrameCount is { } known)
        {
            return known;
        }

        long count = 0;
        while (reader.Skip())
        {
            count++;
        }

        return count;
    }
}
