using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// Reads frames of a text. It remembers where frames begin, so that those read before can be gone back to, and a frame that is not complete
/// yet in a file that is still being written is read again later.
/// </summary>
internal abstract class TextTrajectoryReader(TrajectoryFile file, TrajectoryReadOptions options) : ITrajectoryReader
{
    private readonly List<TextPlace> begins = [];
    private int index;

    public long? FrameCount => null;

    protected TextLines Lines { get; } = new(file);

    protected TrajectoryReadOptions Options => options;

    /// <summary>Makes topologies, the same object for frames with the same particles.</summary>
    protected TopologyCache Topologies { get; } = new(file.Path, options);

    public Frame? Read()
    {
        Frame? frame = null;
        return Advance(() => frame = ReadFrame()) ? frame : null;
    }

    public bool Skip() => Advance(SkipFrame);

    public bool TrySeek(long index)
    {
        if (index < 0 || index >= begins.Count || !Lines.TryGoTo(begins[(int)index]))
        {
            return false;
        }

        this.index = (int)index;
        return true;
    }

    public void Dispose() => Lines.Dispose();

    /// <summary>Goes to the first line of the next frame; false after the last frame.</summary>
    protected virtual bool TryBegin()
    {
        while (Lines.TryNext())
        {
            if (Lines.Line.ContainsAnyExcept(" \t"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the frame whose first line was gone to.</summary>
    protected abstract Frame ReadFrame();

    /// <summary>Passes over the frame whose first line was gone to.</summary>
    protected abstract void SkipFrame();

    /// <summary>The box of edges; a fault in it is one of this line.</summary>
    /// <exception cref="InvalidDataException">The edges are those of no cell.</exception>
    protected Box BoxOf(Vec3 a, Vec3 b, Vec3 c, bool periodicA = true, bool periodicB = true, bool periodicC = true)
    {
        try
        {
            return CheckedBox.Of(a, b, c, periodicA, periodicB, periodicC);
        }
        catch (ArgumentException error)
        {
            throw Lines.Invalid($"the box edges {a}, {b}, {c}", error.Message.TrimEnd('.'));
        }
    }

    private bool Advance(Action pass)
    {
        TextPlace begin = Lines.Place;
        try
        {
            if (!TryBegin())
            {
                return Torn(begin);
            }

            pass();
        }
        catch (Exception error) when (options.IsGrowing && (error is EndOfStreamException || (error is InvalidDataException && !Lines.IsComplete)))
        {
            return Torn(begin);
        }

        if (options.IsGrowing && !Lines.IsComplete)
        {
            return Torn(begin);
        }

        if (index == begins.Count)
        {
            begins.Add(begin);
        }

        index++;
        return true;
    }

    private bool Torn(TextPlace begin)
    {
        if (options.IsGrowing)
        {
            Lines.TryGoTo(begin);
        }

        return false;
    }
}
