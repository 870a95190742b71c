using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Reads POSCAR (one frame) and XDATCAR (frames with fractions of edges).</summary>
internal sealed class PoscarReader(TrajectoryFile file, TrajectoryReadOptions options, bool isTrajectory) : TextTrajectoryReader(file, options)
{
    // Three numbers of one digit, blanks between them and the end of the line.
    private const int ShortestLine = 6;

    // The file has velocities in Angstrom/fs.
    private const double PerPicosecond = 1000;

    private string title = string.Empty;
    private Box box = Box.Open;
    private Vec3 scale;
    private ImmutableArray<string> names = [];
    private int[] counts = [];
    private int count;

    // A title may be empty, and a POSCAR has one frame.
    protected override bool TryBegin() => isTrajectory ? base.TryBegin() : Lines.Number == 0 && Lines.TryNext();

    protected override Frame ReadFrame()
    {
        long step = 0;
        if (isTrajectory)
        {
            step = ReadConfiguration();
        }
        else
        {
            ReadCell();
        }

        ColumnBuilder? free = null;
        bool isCartesian = false;
        if (!isTrajectory)
        {
            ReadOnlySpan<byte> mode = Mode(Lines.Next("Selective dynamics, Direct or Cartesian"));
            if (mode is [(byte)'S' or (byte)'s', ..])
            {
                free = new ColumnBuilder("selective_dynamics", 'L', 3, count);
                mode = Mode(Lines.Next("Direct or Cartesian"));
            }

            isCartesian = mode is [(byte)'C' or (byte)'c' or (byte)'K' or (byte)'k', ..];
            if (!isCartesian && mode is not [(byte)'D' or (byte)'d', ..])
            {
                throw Lines.Invalid($"'{Encoding.Latin1.GetString(mode)}'", "Direct or Cartesian");
            }
        }

        Vec3[] positions = ReadPositions(isCartesian, free);
        int[] types = new int[count];
        for (int type = 0, at = 0; type < counts.Length; at += counts[type++])
        {
            types.AsSpan(at, counts[type]).Fill(type);
        }

        UnitSystem units = Options.UnitsOf(UnitSystem.Metal);
        return new Frame
        {
            Topology = Topologies.For(types, names, units),
            Box = box,
            Units = units,
            Step = step,
            Positions = positions,
            Velocities = isTrajectory ? null : ReadVelocities(),
            Attributes = title.Length == 0
                ? ImmutableSortedDictionary<string, string>.Empty
                : ImmutableSortedDictionary<string, string>.Empty.Add(XyzHeader.Comment, title),
            Columns = free is null ? ParticleColumns.Empty : ParticleColumns.Empty.With(free.ToColumn()),
        };
    }

    protected override void SkipFrame()
    {
        if (!isTrajectory)
        {
            ReadFrame();
            return;
        }

        ReadConfiguration();
        for (int i = 0; i < count; i++)
        {
            Lines.Next("an atom");
        }
    }

    // The cell stands before the first frame and wherever it changes; its first line is a title.
    private long ReadConfiguration()
    {
        if (!Xdatcar.IsConfiguration(Lines.Line))
        {
            ReadCell();
            Lines.Next("Direct configuration=");
        }

        if (!Xdatcar.IsConfiguration(Lines.Line) || count == 0)
        {
            LineFields fields = new(Lines.Line);
            fields.TryNext();
            throw Lines.Invalid(fields.Quoted(), count == 0 ? "a cell before the first frame" : "Direct configuration=");
        }

        LineFields number = new(Lines.Line[(Lines.Line.IndexOf((byte)'=') + 1)..]);
        return number.TryNext(out long step) ? step : throw Lines.Invalid(number.Quoted(), "the number of the frame");
    }

    private void ReadCell()
    {
        title = Encoding.UTF8.GetString(Lines.Line).Trim();
        double[] factors = Numbers("the scale, one number or three", 1, 3);
        Vec3[] edges = new Vec3[3];
        for (int i = 0; i < 3; i++)
        {
            double[] row = Numbers("an edge of the cell, three numbers", 3, 3);
            edges[i] = new Vec3(row[0], row[1], row[2]);
        }

        double volume = Math.Abs(Vec3.Dot(edges[0], Vec3.Cross(edges[1], edges[2])));
        double factor = factors[0] < 0 ? Math.Cbrt(-factors[0] / volume) : factors[0];
        scale = factors.Length == 3 ? new Vec3(factors[0], factors[1], factors[2]) : new Vec3(factor, factor, factor);
        box = BoxOf(Scaled(edges[0]), Scaled(edges[1]), Scaled(edges[2]));
        ReadKinds();
    }

    private Vec3 Scaled(Vec3 v) => new(v.X * scale.X, v.Y * scale.Y, v.Z * scale.Z);

    private void ReadKinds()
    {
        string[] words = Words(Lines.Next("names of elements or numbers of atoms"));
        string[] kinds = Words(Encoding.UTF8.GetBytes(title));
        if (words.Length > 0 && !char.IsAsciiDigit(words[0][0]))
        {
            // Names of pseudopotentials say more than the element: Fe_pv, or H/1ab8.
            kinds = [.. words.Select(word => word.Split('_', '/')[0])];
            words = Words(Lines.Next("numbers of atoms"));
        }
        else if (kinds.Length != words.Length || !kinds.All(kind => Elements.AtomicNumber(kind) is not null))
        {
            // Version 4 has no names unless the title tells them.
            kinds = [.. words.Select((_, i) => i < Options.TypeNames.Length ? Options.TypeNames[i] : (i + 1).ToString(CultureInfo.InvariantCulture))];
        }

        long[] numbers = [.. words.TakeWhile(word => word is not ['!' or '#', ..]).Select(word =>
            int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
                ? number
                : throw Lines.Invalid($"'{word}'", "numbers of atoms, at least 1"))];
        if (numbers.Length == 0 || numbers.Length != kinds.Length || numbers.Sum() > int.MaxValue)
        {
            throw Lines.Invalid(FormattableString.Invariant($"{numbers.Length} numbers of atoms"), FormattableString.Invariant($"{kinds.Length}, one for each name"));
        }

        Lines.RequireRoom(numbers.Sum(), ShortestLine, "atoms");
        (names, counts, count) = ([.. kinds.Select(kind => kind.Length == 0 ? "X" : kind)], [.. numbers.Select(number => (int)number)], (int)numbers.Sum());
    }

    private Vec3[] ReadPositions(bool isCartesian, ColumnBuilder? free)
    {
        Lines.RequireRoom(count, ShortestLine, "atoms");
        Vec3[] positions = new Vec3[count];
        for (int i = 0; i < count; i++)
        {
            LineFields fields = new(Lines.Next(FormattableString.Invariant($"atom {i + 1} of {count}")));
            Vec3 v = Vector(ref fields);
            positions[i] = Finite(isCartesian ? Scaled(v) : box.ToCartesian(v));
            if (free is not null && !free.TryRead(ref fields, i))
            {
                throw Lines.Invalid(fields.Quoted(), "T or F three times");
            }
        }

        return positions;
    }

    // After a blank line or one that says Cartesian; other blocks that VASP appends are left alone.
    private Vec3[]? ReadVelocities()
    {
        if (!Lines.TryNext() || Mode(Lines.Line) is not ([] or [(byte)'C' or (byte)'c' or (byte)'K' or (byte)'k', ..]) || !Lines.TryNext()
            || Mode(Lines.Line).IsEmpty)
        {
            return null;
        }

        Vec3[] velocities = new Vec3[count];
        for (int i = 0; i < count; i++)
        {
            LineFields fields = new(i == 0 ? Lines.Line : Lines.Next(FormattableString.Invariant($"the velocity of atom {i + 1} of {count}")));
            velocities[i] = Finite(PerPicosecond * Vector(ref fields));
        }

        return velocities;
    }

    private Vec3 Vector(ref LineFields fields) =>
        fields.TryNext(out double x) && fields.TryNext(out double y) && fields.TryNext(out double z)
            ? new Vec3(x, y, z)
            : throw Lines.Invalid(fields.Quoted(), "three numbers");

    // The largest numbers overflow when they are scaled.
    private Vec3 Finite(Vec3 v) => v.IsFinite() ? v : throw Lines.Invalid($"the vector {v}", "finite numbers");

    private double[] Numbers(string expected, int least, int most)
    {
        LineFields fields = new(Lines.Next(expected));
        List<double> numbers = [];
        while (numbers.Count < most && fields.TryNext(out double number))
        {
            numbers.Add(number);
        }

        return numbers.Count == most ? [.. numbers]
            : numbers.Count >= least && numbers[0] != 0 ? [numbers[0]]
            : throw Lines.Invalid(fields.Quoted(), expected);
    }

    private static string[] Words(ReadOnlySpan<byte> line) =>
        Encoding.UTF8.GetString(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static ReadOnlySpan<byte> Mode(ReadOnlySpan<byte> line) => line.Trim(" \t"u8);
}
