using System.Text;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Reads dumps of LAMMPS. Particles are in the order of their ids, wherever they stand.</summary>
internal sealed class LammpsDumpReader(TrajectoryFile file, TrajectoryReadOptions options) : TextTrajectoryReader(file, options)
{
    /// <summary>Name of the attribute that holds the corner of a cell that is not at the origin.</summary>
    public const string Origin = "Origin";

    private const string Expected = "'ITEM: ' and TIMESTEP, NUMBER OF ATOMS, BOX BOUNDS, ATOMS, UNITS or TIME";

    private UnitSystem? units;

    protected override Frame ReadFrame()
    {
        LammpsDumpHeader header = ReadHeader();
        Lines.RequireRoom(header.Count, Math.Max(2, 2 * header.Columns.Length), "atoms");
        ColumnBuilder[] columns = [];
        for (int i = 0; i < header.Count; i++)
        {
            LineFields fields = new(Lines.Next(FormattableString.Invariant($"atom {i + 1} of {header.Count}")));
            if (i == 0)
            {
                columns = ColumnsOf(header, Lines.Line);
            }

            foreach (ColumnBuilder column in columns)
            {
                if (!column.TryRead(ref fields, i))
                {
                    throw Lines.Invalid($"{fields.Quoted()} in column '{column.Name}'", column.Expected);
                }
            }

            if (fields.TryNext())
            {
                throw Lines.Invalid($"{fields.Quoted()} after the last column", "the end of the line");
            }
        }

        SortById(columns, header.Count);
        return new LammpsAtoms(columns, header, Options, Topologies, Lines).ToFrame(header.Units ?? Options.Units ?? UnitSystem.Reduced);
    }

    protected override void SkipFrame()
    {
        LammpsDumpHeader header = ReadHeader();
        for (long i = 0; i < header.Count; i++)
        {
            Lines.Next("an atom");
        }
    }

    private LammpsDumpHeader ReadHeader()
    {
        LammpsDumpHeader header = new() { Units = units };
        while (true)
        {
            ReadOnlySpan<byte> line = Lines.Line;
            if (line.StartsWith("ITEM: TIMESTEP"u8))
            {
                LineFields fields = new(Lines.Next("the step"));
                header.Step = fields.TryNext(out long step) ? step : throw Lines.Invalid(fields.Quoted(), "the step, a whole number");
            }
            else if (line.StartsWith("ITEM: UNITS"u8))
            {
                units = header.Units = ReadUnits();
            }
            else if (line.StartsWith("ITEM: TIME"u8))
            {
                LineFields fields = new(Lines.Next("the time"));
                header.Time = fields.TryNext(out double time) ? time : throw Lines.Invalid(fields.Quoted(), "the time, a number");
            }
            else if (line.StartsWith("ITEM: NUMBER OF ATOMS"u8))
            {
                header.Count = ReadCount();
            }
            else if (line.StartsWith("ITEM: BOX BOUNDS"u8))
            {
                ReadBounds(header, Encoding.UTF8.GetString(line["ITEM: BOX BOUNDS"u8.Length..]));
            }
            else if (line.StartsWith("ITEM: ATOMS"u8))
            {
                header.Columns = Encoding.UTF8.GetString(line["ITEM: ATOMS"u8.Length..])
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                break;
            }
            else
            {
                LineFields fields = new(line);
                fields.TryNext();
                throw Lines.Invalid(fields.Quoted(), Expected);
            }

            Lines.Next(Expected);
        }

        return header switch
        {
            { Count: 0 } => throw Lines.Invalid("ITEM: ATOMS", "ITEM: NUMBER OF ATOMS before it"),
            { Box: null } => throw Lines.Invalid("ITEM: ATOMS", "ITEM: BOX BOUNDS before it"),
            _ => header,
        };
    }

    private UnitSystem ReadUnits()
    {
        string name = Encoding.UTF8.GetString(Lines.Next("the units")).Trim();
        return name switch
        {
            "lj" => UnitSystem.Reduced,
            "real" => UnitSystem.Real,
            "metal" => UnitSystem.Metal,
            _ => throw Lines.Invalid($"the units '{name}'", "lj, real or metal"),
        };
    }

    private int ReadCount()
    {
        LineFields fields = new(Lines.Next("the number of atoms"));
        if (!fields.TryNext(out long count) || count is < 1 or > int.MaxValue)
        {
            throw Lines.Invalid(fields.Quoted(), "the number of atoms, at least 1");
        }

        Lines.RequireRoom(count, 2, "atoms");
        return (int)count;
    }

    private void ReadBounds(LammpsDumpHeader header, string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool isGeneral = words.Contains("abc") && words.Contains("origin");
        string[] flags = [.. words.Where(word => word.Length == 2 && word.All(c => "pfsm".Contains(c, StringComparison.Ordinal)))];
        bool[] periodic = flags.Length == 3 ? [.. flags.Select(flag => flag == "pp")] : [true, true, true];
        int width = isGeneral ? 4 : words.Contains("xy") ? 3 : 2;
        double[][] rows = new double[3][];
        for (int axis = 0; axis < 3; axis++)
        {
            LineFields fields = new(Lines.Next("bounds of the box"));
            rows[axis] = new double[4];
            for (int i = 0; i < width; i++)
            {
                if (!fields.TryNext(out rows[axis][i]))
                {
                    throw Lines.Invalid(fields.Quoted(), FormattableString.Invariant($"{width} numbers of the box"));
                }
            }
        }

        header.Bounds = isGeneral
            ? new LammpsBounds(new(rows[0][3], rows[1][3], rows[2][3]), Edge(rows[0]), Edge(rows[1]), Edge(rows[2]))
            : LammpsBounds.FromBoundingBox(rows[0], rows[1], rows[2]);
        LammpsBounds bounds = header.Bounds;
        header.Box = BoxOf(bounds.A, bounds.B, bounds.C, periodic[0], periodic[1], periodic[2]);

        static Vec3 Edge(double[] row) => new(row[0], row[1], row[2]);
    }

    // Columns that LAMMPS defines have known types; of others the first row tells whether they are numbers.
    private ColumnBuilder[] ColumnsOf(LammpsDumpHeader header, ReadOnlySpan<byte> firstRow)
    {
        LineFields fields = new(firstRow);
        ColumnBuilder[] columns = new ColumnBuilder[header.Columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            string name = header.Columns[i];
            if (!fields.TryNext())
            {
                throw Lines.Invalid("the end of the line", $"a value of column '{name}'");
            }

            char kind = name switch
            {
                "id" or "type" or "mol" or "proc" or "ix" or "iy" or "iz" => 'I',
                "element" => 'S',
                _ => LammpsAtoms.IsNumber(name) || IsNumber(fields.Word) ? 'R' : 'S',
            };
            columns[i] = new ColumnBuilder(name, kind, 1, header.Count, LammpsAtoms.IsNumber(name));
        }

        return columns;
    }

    // A value that is undefined is a number too.
    private static bool IsNumber(ReadOnlySpan<byte> word) => DecimalNumber.TryParse(word, out _) || Ascii.EqualsIgnoreCase(word, "nan"u8);

    private void SortById(ColumnBuilder[] columns, int count)
    {
        if (columns.FirstOrDefault(column => column.Name == "id") is not { } id)
        {
            return;
        }

        bool isSorted = true;
        for (int i = 1; i < count; i++)
        {
            isSorted &= id.Whole[i] > id.Whole[i - 1];
        }

        if (isSorted)
        {
            return;
        }

        int[] order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Array.Sort((long[])id.Whole.Clone(), order);
        foreach (ColumnBuilder column in columns)
        {
            column.Reorder(order);
        }

        for (int i = 1; i < count; i++)
        {
            if (id.Whole[i] == id.Whole[i - 1])
            {
                throw Lines.Invalid(FormattableString.Invariant($"the id {id.Whole[i]} twice in the frame that ends here"), "ids that differ");
            }
        }
    }
}
