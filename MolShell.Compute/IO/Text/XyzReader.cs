using System.Globalization;
using System.Text;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Reads XYZ, plain and extended, whichever each frame is.</summary>
internal sealed class XyzReader(TrajectoryFile file, TrajectoryReadOptions options) : TextTrajectoryReader(file, options)
{
    // A name, three places and the end of the line, each of one character, with blanks between.
    private const int ShortestLine = 4;

    // Columns of one particle; more are not met, and ask for much memory.
    private const int MostValues = 10_000;

    private static readonly string[] VelocityNames = ["velo", "vel", "velocity", "velocities"];
    private static readonly string[] ForceNames = ["forces", "force"];
    private static readonly string[] MassNames = ["mass", "masses"];
    private static readonly string[] ChargeNames = ["charge", "charges"];

    /// <summary>Whether a text begins with a number alone in a line, as XYZ does.</summary>
    public static bool BeginsWithCount(ReadOnlySpan<byte> head, out ReadOnlySpan<byte> comment)
    {
        comment = default;
        int end = head.IndexOf((byte)'\n');
        LineFields fields = new(end < 0 ? head : head[..end]);
        if (end < 0 || !fields.TryNext(out long count) || count < 1 || fields.TryNext())
        {
            return false;
        }

        comment = head[(end + 1)..];
        end = comment.IndexOf((byte)'\n');
        comment = end < 0 ? comment : comment[..end];
        return true;
    }

    protected override Frame ReadFrame()
    {
        int count = ReadCount();
        string comment = Encoding.UTF8.GetString(Lines.Next("the comment or the values of the frame"));
        bool isExtended = IsExtended(comment);
        List<KeyValuePair<string, string>>? pairs = KeyValueLine.TryParse(comment);
        if (isExtended && pairs is null)
        {
            throw Lines.Invalid("a quote or bracket without an end, or no key", "key=value pairs");
        }

        XyzHeader header = isExtended || (comment.Contains('=', StringComparison.Ordinal) && pairs is not null)
            ? new XyzHeader(pairs!)
            : new XyzHeader(comment);
        Box box = ReadBox(header);
        ColumnBuilder[] columns = ReadColumns(header, count);
        Lines.RequireRoom(count, Math.Max(ShortestLine, columns.Sum(column => 2 * column.Width)), "atoms");
        return Build(header, count, box, ReadRows(columns, count, header.Properties is not null));
    }

    protected override void SkipFrame()
    {
        int count = ReadCount();
        for (int i = 0; i <= count; i++)
        {
            Lines.Next("a line of the frame");
        }
    }

    private static bool IsExtended(string comment) =>
        comment.Contains("Properties=", StringComparison.OrdinalIgnoreCase) || comment.Contains("Lattice=", StringComparison.OrdinalIgnoreCase);

    private int ReadCount()
    {
        LineFields fields = new(Lines.Line);
        if (!fields.TryNext(out long count) || count is < 1 or > int.MaxValue || fields.TryNext())
        {
            throw Lines.Invalid(fields.Quoted(), "the number of atoms, at least 1, alone in the line");
        }

        Lines.RequireRoom(count, ShortestLine, "atoms");
        return (int)count;
    }

    private Box ReadBox(XyzHeader header)
    {
        if (header.Lattice is not { } text)
        {
            return Box.Open;
        }

        double[] e = Numbers(text);
        if (e.Length == 3)
        {
            e = [e[0], 0, 0, 0, e[1], 0, 0, 0, e[2]];
        }

        bool[] periodic = header.Periodic is { } pbc ? Truths(pbc) : [true, true, true];
        if (e.Length != 9 || periodic.Length != 3)
        {
            throw Lines.Invalid(
                FormattableString.Invariant($"a lattice of {e.Length} numbers and {periodic.Length} periodicities"), "9 numbers, and T or F three times");
        }

        return e.All(x => x == 0)
            ? Box.Open
            : BoxOf(new(e[0], e[1], e[2]), new(e[3], e[4], e[5]), new(e[6], e[7], e[8]), periodic[0], periodic[1], periodic[2]);

        double[] Numbers(string text) => [.. Words(text).Select(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw Lines.Invalid($"'{word}' in the lattice", "a number"))];

        bool[] Truths(string text) => [.. Words(text).Select(word => word.ToUpperInvariant() switch
        {
            "T" or "TRUE" or "1" => true,
            "F" or "FALSE" or "0" => false,
            _ => throw Lines.Invalid($"'{word}' in pbc", "T or F"),
        })];
    }

    private static string[] Words(string text) =>
        text.Split([' ', '\t', ',', '[', ']', '{', '}'], StringSplitOptions.RemoveEmptyEntries);

    private ColumnBuilder[] ReadColumns(XyzHeader header, int count)
    {
        string[] parts = (header.Properties ?? "species:S:1:pos:R:3").Split(':');
        List<ColumnBuilder> columns = [];
        int values = 0;
        for (int at = 0; at < parts.Length; at += 3)
        {
            if (at + 2 >= parts.Length
                || string.IsNullOrWhiteSpace(parts[at])
                || parts[at + 1] is not ("R" or "I" or "L" or "S")
                || !int.TryParse(parts[at + 2], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
                || width < 1
                || (values += Math.Min(width, MostValues)) >= MostValues)
            {
                throw Lines.Invalid(
                    $"Properties={header.Properties}", "a name, one of R, I, L or S, and a number of values, such as species:S:1:pos:R:3");
            }

            // Memory is taken for rows that can be there.
            Lines.RequireRoom(count, 2 * values, "atoms");
            columns.Add(new ColumnBuilder(parts[at], parts[at + 1][0], width, count, IsPhysical(parts[at])));
        }

        return columns.Any(column => IsNamed(column, "pos") && column is { Kind: 'R', Width: 3 })
            ? [.. columns]
            : throw Lines.Invalid($"Properties={header.Properties}", "pos:R:3 among them");
    }

    private ColumnBuilder[] ReadRows(ColumnBuilder[] columns, int count, bool isExact)
    {
        for (int i = 0; i < count; i++)
        {
            LineFields fields = new(Lines.Next(FormattableString.Invariant($"atom {i + 1} of {count}")));
            foreach (ColumnBuilder column in columns)
            {
                if (!column.TryRead(ref fields, i))
                {
                    throw Lines.Invalid($"{fields.Quoted()} in column '{column.Name}'", column.Expected);
                }
            }

            // Plain XYZ may have more, of which nobody says what it is.
            if (isExact && fields.TryNext())
            {
                throw Lines.Invalid($"{fields.Quoted()} after the last column", "the end of the line");
            }
        }

        return columns;
    }

    private Frame Build(XyzHeader header, int count, Box box, ColumnBuilder[] columns)
    {
        UnitSystem units = Options.UnitsOf(UnitSystem.Metal);
        ColumnBuilder position = columns.First(column => IsNamed(column, "pos"));
        ColumnBuilder? species = columns.FirstOrDefault(column => IsNamed(column, "species") && column is { Kind: 'S', Width: 1 });
        ColumnBuilder? velocity = Find(VelocityNames, 3);
        ColumnBuilder? force = Find(ForceNames, 3);
        ColumnBuilder? mass = Find(MassNames, 1);
        ColumnBuilder? charge = Find(ChargeNames, 1);
        return new Frame
        {
            Topology = species is null
                ? Topologies.For(count)
                : Topologies.For(
                    Array.ConvertAll(species.Whole, number => (int)number), species.Words.Names, units, mass?.Reals, charge?.Reals),
            Box = box,
            Units = units,
            Step = header.Step,
            Time = header.Time,
            Positions = Vectors.Of(position.Reals),
            Velocities = velocity is null ? null : Vectors.Of(velocity.Reals),
            Forces = force is null ? null : Vectors.Of(force.Reals),
            PotentialEnergy = header.Energy,
            KineticEnergy = header.KineticEnergy,
            Attributes = header.Attributes,
            Columns = columns
                .Where(column => column != position && column != species && column != velocity && column != force
                    && (species is null || (column != mass && column != charge)))
                .Aggregate(ParticleColumns.Empty, (all, column) => all.With(column.ToColumn())),
        };

        ColumnBuilder? Find(string[] names, int width) =>
            columns.FirstOrDefault(column => column.Kind == 'R' && column.Width == width && names.Any(name => IsNamed(column, name)));
    }

    private static bool IsPhysical(string name) => name.Equals("pos", StringComparison.OrdinalIgnoreCase)
        || new[] { VelocityNames, ForceNames, MassNames, ChargeNames }.Any(names => names.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool IsNamed(ColumnBuilder column, string name) => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase);
}
