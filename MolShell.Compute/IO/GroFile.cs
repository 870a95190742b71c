using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>
/// A structure file of GROMACS (.gro): names, positions [nm], velocities [nm/ps] and box edges [nm] of one frame. Columns of coordinates are
/// as wide as the distance of the decimal points says, so that files with more digits are read too.
/// </summary>
public sealed record GroFile
{
    private const int FirstColumn = 20;

    /// <summary>First line of the file.</summary>
    public required string Title { get; init; }

    /// <summary>Names of atoms, shape [n].</summary>
    public required ImmutableArray<string> AtomNames { get; init; }

    /// <summary>Names of residues, shape [n].</summary>
    public required ImmutableArray<string> ResidueNames { get; init; }

    /// <summary>Numbers of residues, as the file has them (from 0 to 99999, then again), shape [n].</summary>
    public ImmutableArray<long> ResidueNumbers { get; init; } = [];

    /// <summary>Positions [nm], shape [n, 3].</summary>
    public required Vec3[] Positions { get; init; }

    /// <summary>Velocities [nm/ps], shape [n, 3]; null where the file has none.</summary>
    public Vec3[]? Velocities { get; init; }

    /// <summary>Edges of the box [nm], each periodic; open where all are zero.</summary>
    public required Box Box { get; init; }

    /// <summary>Reads the first frame of a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The text is no .gro; names file, line, what was found and what was expected.</exception>
    public static GroFile Read(string path)
    {
        using StreamReader reader = File.OpenText(path);
        return Read(reader, path);
    }

    /// <summary>Reads the first frame of a text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">Name of the text in messages.</param>
    /// <exception cref="InvalidDataException">The text is no .gro; names file, line, what was found and what was expected.</exception>
    public static GroFile Read(TextReader reader, string name) => Read(reader, name, 0);

    /// <summary>Reads a frame within a text.</summary>
    /// <param name="reader">The text from the begin of the frame.</param>
    /// <param name="name">Name of the text in messages.</param>
    /// <param name="linesBefore">Lines of the text before the frame.</param>
    internal static GroFile Read(TextReader reader, string name, long linesBefore)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Lines lines = new(reader, name, linesBefore);
        string title = lines.Next("a title");
        string number = lines.Next("the number of atoms");
        if (!int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out int count) || count < 1)
        {
            throw lines.Invalid($"'{number.Trim()}'", "the number of atoms, at least 1");
        }

        string[] atoms = new string[count];
        string[] residues = new string[count];
        long[] numbers = new long[count];
        Vec3[] positions = new Vec3[count];
        Vec3[] velocities = new Vec3[count];
        bool moving = false;
        int width = 0;
        for (int i = 0; i < count; i++)
        {
            string line = lines.Next($"atom {i + 1} of {count}");
            width = width > 0 ? width : Width(line, lines);
            numbers[i] = long.TryParse(Text(line, 0), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long residue) ? residue : 0;
            residues[i] = Text(line, 5);
            atoms[i] = Text(line, 10);
            positions[i] = new Vec3(Number(line, 0), Number(line, 1), Number(line, 2));
            bool hasVelocity = line.TrimEnd().Length > FirstColumn + (3 * width);
            if (i > 0 && hasVelocity != moving)
            {
                throw lines.Invalid(hasVelocity ? "a velocity" : "no velocity", "velocities for all atoms or for none");
            }

            moving = hasVelocity;
            velocities[i] = moving ? new Vec3(Velocity(line, 0), Velocity(line, 1), Velocity(line, 2)) : Vec3.Zero;
        }

        return new GroFile
        {
            Title = title,
            AtomNames = ImmutableArray.Create(atoms),
            ResidueNames = ImmutableArray.Create(residues),
            ResidueNumbers = ImmutableArray.Create(numbers),
            Positions = positions,
            Velocities = moving ? velocities : null,
            Box = BoxOf(lines.Next("the edges of the box"), lines),
        };

        double Number(string line, int column) => Field(line, FirstColumn + (column * width), width);

        // Velocities have one more digit after the point and the same width.
        double Velocity(string line, int column) => Field(line, FirstColumn + ((3 + column) * width), width);

        double Field(string line, int start, int length)
        {
            string text = start < line.Length ? line.Substring(start, Math.Min(length, line.Length - start)) : string.Empty;
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw lines.Invalid($"'{text.Trim()}' in columns {start + 1} to {start + length}", "a number");
        }
    }

    private static string Text(string line, int start) =>
        start < line.Length ? line.Substring(start, Math.Min(5, line.Length - start)).Trim() : string.Empty;

    private static int Width(string line, Lines lines)
    {
        int first = line.Length > FirstColumn ? line.IndexOf('.', FirstColumn) : -1;
        int second = first < 0 ? -1 : line.IndexOf('.', first + 1);
        return second > first ? second - first : throw lines.Invalid("no coordinates after column 20", "three numbers with decimal points");
    }

    private static Box BoxOf(string line, Lines lines)
    {
        double[] numbers = [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        if (numbers.Length is not (3 or 9) || !numbers.All(double.IsFinite))
        {
            throw lines.Invalid($"'{line.Trim()}'", "3 or 9 numbers of the box");
        }

        if (numbers.All(x => x == 0))
        {
            return Box.Open;
        }

        double[] e = numbers.Length == 9 ? numbers : [.. numbers, 0, 0, 0, 0, 0, 0];
        try
        {
            return CheckedBox.Of(new Vec3(e[0], e[3], e[4]), new Vec3(e[5], e[1], e[6]), new Vec3(e[7], e[8], e[2]));
        }
        catch (ArgumentException error)
        {
            throw lines.Invalid($"'{line.Trim()}'", error.Message.TrimEnd('.'));
        }
    }

    private sealed class Lines(TextReader reader, string name, long before)
    {
        private long number = before;

        public string Next(string expected)
        {
            number++;
            return reader.ReadLine() ?? throw Invalid("the end of the file", expected);
        }

        public InvalidDataException Invalid(string found, string expected) =>
            new(FormattableString.Invariant($"'{name}', line {number}: found {found}; expected {expected}."));
    }
}
