using System.Buffers;
using System.Globalization;
using System.Text;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Lines in UTF-8, gathered and written whole frames at a time. Numbers are the shortest that are read back to the same bits.</summary>
internal sealed class TextOutput(Stream stream)
{
    private const int LongestNumber = 32;
    private const int FlushSize = 1 << 20;

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);

    public TextOutput Add(ReadOnlySpan<byte> text)
    {
        buffer.Write(text);
        return this;
    }

    public TextOutput Add(string text)
    {
        Encoding.UTF8.GetBytes(text, buffer);
        return this;
    }

    public TextOutput Add(double value, ReadOnlySpan<char> format = default)
    {
        // A number with many digits before the point is longer than usual ones.
        if (!value.TryFormat(buffer.GetSpan(LongestNumber), out int count, format, CultureInfo.InvariantCulture))
        {
            return Add(value.ToString(format.ToString(), CultureInfo.InvariantCulture));
        }

        buffer.Advance(count);
        return this;
    }

    public TextOutput Add(long value)
    {
        value.TryFormat(buffer.GetSpan(LongestNumber), out int count, default, CultureInfo.InvariantCulture);
        buffer.Advance(count);
        return this;
    }

    /// <summary>A text in a column of a fixed width; what is longer is cut.</summary>
    public TextOutput Left(string text, int width) => Add((text.Length > width ? text[..width] : text).PadRight(width));

    /// <inheritdoc cref="Left"/>
    public TextOutput Right(string text, int width) => Add((text.Length > width ? text[..width] : text).PadLeft(width));

    /// <summary>Three numbers, each after a blank.</summary>
    public TextOutput AddVector(Vec3 v) => Add(" "u8).Add(v.X).Add(" "u8).Add(v.Y).Add(" "u8).Add(v.Z);

    /// <summary>A name as one word.</summary>
    public static string Word(string name) => name.AsSpan().IndexOfAny(" \t\r\n") < 0 && name.Length > 0
        ? name
        : string.Concat("_", string.Join('_', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <inheritdoc cref="Word"/>
    public TextOutput AddWord(string name) => Add(Word(name));

    /// <summary>The values of a particle, each after a blank.</summary>
    public void AddValues(ParticleColumn column, int particle)
    {
        for (int at = particle * column.Width; at < (particle + 1) * column.Width; at++)
        {
            Add(" "u8);
            _ = column switch
            {
                ParticleColumn<double> numbers => Add(numbers.Values[at]),
                ParticleColumn<long> numbers => Add(numbers.Values[at]),
                ParticleColumn<bool> truths => Add(truths.Values[at] ? "T"u8 : "F"u8),
                ParticleColumn<string> words => AddWord(words.Values[at]),
                _ => this,
            };
        }
    }

    public void EndLine()
    {
        buffer.Write("\n"u8);
        if (buffer.WrittenCount > FlushSize)
        {
            Flush();
        }
    }

    /// <summary>Hands all on to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
