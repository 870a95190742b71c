using System.Globalization;
using System.Text;

namespace MolShell.Compute.IO.Text;

/// <summary>The words of a line, between blanks and tabs.</summary>
public ref struct LineFields(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> rest = line;

    /// <summary>The word found last.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    /// <summary>Goes to the next word; false after the last.</summary>
    public bool TryNext()
    {
        int at = 0;
        while (at < rest.Length && IsBlank(rest[at]))
        {
            at++;
        }

        int from = at;
        while (at < rest.Length && !IsBlank(rest[at]))
        {
            at++;
        }

        Word = rest[from..at];
        rest = rest[at..];
        return at > from;
    }

    /// <summary>The next word as a finite number; false where there is none or it is something else.</summary>
    public bool TryNext(out double value)
    {
        value = 0;
        return TryNext() && DecimalNumber.TryParse(Word, out value);
    }

    /// <summary>The next word as a whole number; false where there is none or it is something else.</summary>
    public bool TryNext(out long value)
    {
        value = 0;
        return TryNext() && long.TryParse(Word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The word found last, for messages: short, and in quotes.</summary>
    public readonly string Quoted() => Word.IsEmpty ? "nothing" : $"'{Encoding.UTF8.GetString(Word.Length > 40 ? Word[..40] : Word)}'";

    private static bool IsBlank(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r';
}
