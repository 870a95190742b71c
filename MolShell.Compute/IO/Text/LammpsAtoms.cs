using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Makes a frame of the columns of a dump: those that LAMMPS defines become what they are, others are kept by their names.</summary>
internal sealed class LammpsAtoms(
    ColumnBuilder[] columns, LammpsDumpHeader header, TrajectoryReadOptions options, TopologyCache topologies, TextLines lines)
{
    // Types number from 1, and not many: a large number is a fault, and would take a name for each below it.
    private const int MostTypes = 100_000;

    private static readonly string[] Numbers =
    [
        "x", "y", "z", "xs", "ys", "zs", "xu", "yu", "zu", "xsu", "ysu", "zsu", "vx", "vy", "vz", "fx", "fy", "fz", "mass", "q",
    ];

    private readonly HashSet<ColumnBuilder> used = [];

    /// <summary>Whether LAMMPS defines a column to hold numbers.</summary>
    public static bool IsNumber(string name) => Numbers.Contains(name);

    public Frame ToFrame(UnitSystem units)
    {
        Vec3[] positions = Positions();
        Topology topology = TopologyOf(units);
        KeepIdsThatSaySomething();
        Vec3 origin = header.Bounds.Origin;
        return new Frame
        {
            Topology = topology,
            Box = header.Box!,
            Units = units,
            Step = header.Step,
            Time = header.Time,
            Positions = positions,
            Velocities = Vector("vx", "vy", "vz"),
            Forces = Vector("fx", "fy", "fz"),
            Attributes = origin == Vec3.Zero
                ? ImmutableSortedDictionary<string, string>.Empty
                : ImmutableSortedDictionary<string, string>.Empty.Add(
                    LammpsDumpReader.Origin, string.Create(CultureInfo.InvariantCulture, $"{origin.X:R} {origin.Y:R} {origin.Z:R}")),
            Columns = columns.Where(column => !used.Contains(column))
                .Aggregate(ParticleColumns.Empty, (all, column) => all.With(column.ToColumn())),
        };
    }

    private Vec3[] Positions()
    {
        if (Vector("xu", "yu", "zu") is { } unwrapped)
        {
            return unwrapped;
        }

        if (Vector("xsu", "ysu", "zsu") is { } fractions)
        {
            return Array.ConvertAll(fractions, header.Bounds.ToCartesian);
        }

        Vec3[] wrapped = Vector("x", "y", "z")
            ?? (Vector("xs", "ys", "zs") is { } scaled ? Array.ConvertAll(scaled, header.Bounds.ToCartesian) : null)
            ?? throw lines.Invalid(
                $"the columns {string.Join(' ', header.Columns)} in the frame that ends here", "x y z, xs ys zs, xu yu zu or xsu ysu zsu");
        return Unwrapped(wrapped);
    }

    // Positions of frames are not wrapped: counts of crossed faces are undone.
    private Vec3[] Unwrapped(Vec3[] positions)
    {
        (ColumnBuilder? x, ColumnBuilder? y, ColumnBuilder? z) = (Find("ix"), Find("iy"), Find("iz"));
        if (x is null || y is null || z is null)
        {
            return positions;
        }

        used.UnionWith([x, y, z]);
        LammpsBounds cell = header.Bounds;
        for (int i = 0; i < positions.Length; i++)
        {
            if (x.Whole[i] != 0 || y.Whole[i] != 0 || z.Whole[i] != 0)
            {
                positions[i] += (x.Whole[i] * cell.A) + (y.Whole[i] * cell.B) + (z.Whole[i] * cell.C);
            }
        }

        return positions;
    }

    private Topology TopologyOf(UnitSystem units)
    {
        double[]? masses = Take("mass")?.Reals;
        double[]? charges = Take("q")?.Reals;
        ColumnBuilder? element = Take("element");
        if (Take("type") is { } type)
        {
            (int[] types, ImmutableArray<string> names) = Types(type.Whole, element);
            return topologies.For(types, names, units, masses, charges);
        }

        if (element is not null)
        {
            return topologies.For(Array.ConvertAll(element.Whole, number => (int)number), element.Words.Names, units, masses, charges);
        }

        string only = options.TypeNames.IsDefaultOrEmpty ? "1" : options.TypeNames[0];
        return topologies.For(new int[header.Count], [only], units, masses, charges);
    }

    private (int[] Types, ImmutableArray<string> Names) Types(long[] numbers, ColumnBuilder? element)
    {
        int[] types = new int[numbers.Length];
        string?[] names = new string?[options.TypeNames.IsDefault ? 0 : options.TypeNames.Length];
        options.TypeNames.AsSpan().CopyTo(names!);
        for (int i = 0; i < types.Length; i++)
        {
            if (numbers[i] is < 1 or > MostTypes)
            {
                throw lines.Invalid(
                    FormattableString.Invariant($"the type {numbers[i]} in the frame that ends here"),
                    FormattableString.Invariant($"types from 1 to {MostTypes}"));
            }

            types[i] = (int)numbers[i] - 1;
            if (types[i] >= names.Length)
            {
                Array.Resize(ref names, types[i] + 1);
            }

            names[types[i]] ??= element?.Words[(int)element.Whole[i]];
        }

        return (types, [.. names.Select((name, i) => name ?? (i + 1).ToString(CultureInfo.InvariantCulture))]);
    }

    private void KeepIdsThatSaySomething()
    {
        if (Find("id") is not { } id)
        {
            return;
        }

        bool isCount = true;
        for (int i = 0; i < header.Count; i++)
        {
            isCount &= id.Whole[i] == i + 1;
        }

        if (isCount)
        {
            used.Add(id);
        }
    }

    private ColumnBuilder? Find(string name) => columns.FirstOrDefault(column => column.Name == name);

    private ColumnBuilder? Take(string name)
    {
        ColumnBuilder? column = Find(name);
        if (column is not null)
        {
            used.Add(column);
        }

        return column;
    }

    private Vec3[]? Vector(string x, string y, string z)
    {
        if (Find(x) is null || Find(y) is null || Find(z) is null)
        {
            return null;
        }

        (double[] first, double[] second, double[] third) = (Take(x)!.Reals, Take(y)!.Reals, Take(z)!.Reals);
        Vec3[] vectors = new Vec3[header.Count];
        for (int i = 0; i < vectors.Length; i++)
        {
            vectors[i] = new Vec3(first[i], second[i], third[i]);
        }

        return vectors;
    }
}
