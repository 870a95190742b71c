using System.Text;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>A column of a file while its rows are read.</summary>
/// <param name="name">Name of the quantity.</param>
/// <param name="kind">'R' for numbers, 'I' for whole numbers, 'L' for truth, 'S' for words.</param>
/// <param name="width">Values of one particle.</param>
/// <param name="count">Number of particles.</param>
/// <param name="isFinite">Whether NaN is a fault: a place has to be a number, a result may be undefined.</param>
internal sealed class ColumnBuilder(string name, char kind, int width, int count, bool isFinite = false)
{
    private readonly NameTable? words = kind == 'S' ? new NameTable() : null;

    public string Name => name;

    public char Kind => kind;

    public int Width => width;

    /// <summary>Values of 'R', shape [n, width]; empty for others.</summary>
    public double[] Reals { get; } = kind == 'R' ? new double[count * width] : [];

    /// <summary>Values of 'I' and 'L' (0 or 1), and numbers of words of 'S', shape [n, width]; empty for 'R'.</summary>
    public long[] Whole { get; } = kind == 'R' ? [] : new long[count * width];

    /// <summary>The words of 'S', by number.</summary>
    public NameTable Words => words!;

    /// <summary>What stands in the column, for messages.</summary>
    public string Expected => kind switch
    {
        'R' => "a number",
        'I' => "a whole number",
        'L' => "T or F",
        _ => "a word",
    };

    /// <summary>Takes the values of a particle from a line; false where one is none.</summary>
    public bool TryRead(ref LineFields fields, int particle)
    {
        for (int at = particle * width; at < (particle + 1) * width; at++)
        {
            bool ok = kind switch
            {
                'R' => fields.TryNext(out Reals[at]) || (!isFinite && IsUndefined(fields.Word, out Reals[at])),
                'I' => fields.TryNext(out Whole[at]),
                'L' => fields.TryNext() && TryTruth(fields.Word, out Whole[at]),
                _ => fields.TryNext(),
            };
            if (!ok)
            {
                return false;
            }

            if (kind == 'S')
            {
                Whole[at] = words!.NumberOf(fields.Word);
            }
        }

        return true;
    }

    /// <summary>Puts rows into another order: row i becomes what was row order[i].</summary>
    public void Reorder(int[] order)
    {
        Reorder(Reals, order);
        Reorder(Whole, order);
    }

    public ParticleColumn ToColumn() => kind switch
    {
        'R' => new ParticleColumn<double>(name, Reals, width),
        'I' => new ParticleColumn<long>(name, Whole, width),
        'L' => new ParticleColumn<bool>(name, Array.ConvertAll(Whole, value => value != 0), width),
        _ => new ParticleColumn<string>(name, Array.ConvertAll(Whole, number => words![(int)number]), width),
    };

    private static bool IsUndefined(ReadOnlySpan<byte> word, out double value)
    {
        value = double.NaN;
        return Ascii.EqualsIgnoreCase(word, "nan"u8) || Ascii.EqualsIgnoreCase(word, "-nan"u8);
    }

    private static bool TryTruth(ReadOnlySpan<byte> word, out long value)
    {
        value = word is [(byte)'T' or (byte)'t' or (byte)'1'] || Ascii.EqualsIgnoreCase(word, "true"u8) ? 1 : 0;
        return value == 1 || word is [(byte)'F' or (byte)'f' or (byte)'0'] || Ascii.EqualsIgnoreCase(word, "false"u8);
    }

    private void Reorder<T>(T[] values, int[] order)
    {
        if (values.Length == 0)
        {
            return;
        }

        T[] old = (T[])values.Clone();
        for (int i = 0; i < order.Length; i++)
        {
            Array.Copy(old, order[i] * width, values, i * width, width);
        }
    }
}
