namespace MolShell.Compute.IO.Text;

/// <summary>
/// The lines of a text in UTF-8, one at a time, without a string for each. Lines end with LF or CR LF. Belongs to one thread at a time.
/// </summary>
public sealed class TextLines : IDisposable
{
    // No line of a trajectory is longer; a file without line ends is found out before it fills the memory.
    private const int LongestLine = 1 << 24;

    private readonly TrajectoryFile file;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int length;
    private int next;
    private int end;
    private bool atEnd;
    private long origin;

    /// <param name="file">The text; disposed of with this.</param>
    public TextLines(TrajectoryFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.file = file;
    }

    /// <summary>Number of the line, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>The line without its end; valid until the next is asked for.</summary>
    public ReadOnlySpan<byte> Line => buffer.AsSpan(start, length);

    /// <summary>Whether the line had an end: the last of a file that is still being written may be torn.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Where the next line begins.</summary>
    public TextPlace Place => new(origin + next, Number);

    /// <summary>Goes back, or to where it was before; false where the text is decompressed on the way.</summary>
    public bool TryGoTo(TextPlace place)
    {
        if (!file.Stream.CanSeek)
        {
            return false;
        }

        file.Stream.Position = origin = place.Byte;
        (next, end, atEnd, Number) = (0, 0, false, place.Line);
        return true;
    }

    /// <summary>Checks that what a count announces can be there, before memory is taken for it.</summary>
    /// <param name="count">Number of lines.</param>
    /// <param name="bytes">Least bytes of one, with its end.</param>
    /// <param name="expected">What stands in them, for the message.</param>
    /// <exception cref="EndOfStreamException">The file is too short.</exception>
    public void RequireRoom(long count, int bytes, string expected)
    {
        // The last line needs no end.
        long left = file.LongestContent - origin - next + 1;
        if (count > left / bytes)
        {
            throw new EndOfStreamException(FormattableString.Invariant(
                $"'{file.Path}', line {Number}: no more than {left} bytes are left in the file; expected {count} {expected}."));
        }
    }

    /// <summary>Goes to the next line; false after the last.</summary>
    /// <exception cref="InvalidDataException">A line is longer than any of a trajectory, or compressed data are damaged.</exception>
    public bool TryNext()
    {
        int searched = 0;
        int from = next;
        while (true)
        {
            int at = buffer.AsSpan(from + searched, end - from - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(from, searched + at, isComplete: true);
            }

            searched = end - from;
            if (atEnd)
            {
                return searched > 0 && Take(from, searched, isComplete: false);
            }

            from = Fill(from);
        }
    }

    /// <summary>Goes to the next line, which has to be there.</summary>
    /// <param name="expected">What stands in it, for the message.</param>
    /// <exception cref="EndOfStreamException">The file ends before it.</exception>
    /// <exception cref="InvalidDataException">See <see cref="TryNext"/>.</exception>
    public ReadOnlySpan<byte> Next(string expected) => TryNext()
        ? Line
        : throw new EndOfStreamException(FormattableString.Invariant($"'{file.Path}', line {Number + 1}: found the end of the file; expected {expected}."));

    /// <summary>A fault in this line.</summary>
    public InvalidDataException Invalid(string found, string expected) =>
        new(FormattableString.Invariant($"'{file.Path}', line {Number}: found {found}; expected {expected}."));

    public void Dispose() => file.Dispose();

    private bool Take(int from, int count, bool isComplete)
    {
        next = from + count + (isComplete ? 1 : 0);
        start = from;
        length = count > 0 && buffer[from + count - 1] == '\r' ? count - 1 : count;
        IsComplete = isComplete;
        Number++;
        return true;
    }

    // Moves what is left to the front, makes room and reads on; returns where the line begins now.
    private int Fill(int from)
    {
        int left = end - from;
        if (left >= LongestLine)
        {
            Number++;
            throw Invalid(FormattableString.Invariant($"a line of more than {LongestLine} bytes"), "lines of text");
        }

        byte[] target = left > buffer.Length / 2 ? new byte[2 * buffer.Length] : buffer;
        buffer.AsSpan(from, left).CopyTo(target);
        origin += from;
        (next, end) = (0, left);
        buffer = target;
        try
        {
            int count = file.Stream.Read(buffer, left, buffer.Length - left);
            atEnd = count == 0;
            end = left + count;
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"'{file.Path}', line {Number + 1}: the compressed data are damaged ({error.Message})"), error);
        }

        return 0;
    }
}
