using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Structure;

/// <summary>The configurations and tables of <c>shared/reference/order</c>; their README says how they were made and what the columns are.</summary>
internal static partial class OrderReference
{
    /// <summary>Each configuration with its cutoff.</summary>
    public static readonly (string Name, double Cutoff)[] Cases =
    [
        ("a_bcc_noisy_432", 3.45), ("b_fcc_triclinic_500", 3.50), ("c_lj_liquid_500", 1.50), ("d_two_phase_2940", 1.40),
    ];

    /// <summary>The frame of a configuration.</summary>
    public static Frame Frame(string name)
    {
        string[] lines = ReferenceData.Lines($"order/{name}.extxyz");
        int n = int.Parse(lines[0], CultureInfo.InvariantCulture);
        double[] edges = Numbers(Lattice().Match(lines[1]).Groups[1].Value);
        return new Frame
        {
            Topology = Topology.Uniform(n, 1, lines[2].Split(' ')[0]),
            Box = Box.Triclinic(new(edges[0], edges[1], edges[2]), new(edges[3], edges[4], edges[5]), new(edges[6], edges[7], edges[8])),
            Units = UnitSystem.Reduced,
            Positions = [.. lines.Skip(2).Take(n).Select(line => Numbers(line[line.IndexOf(' ', StringComparison.Ordinal)..]))
                .Select(r => new Vec3(r[0], r[1], r[2]))],
        };
    }

    /// <summary>A table by the names of its columns; empty fields are NaN.</summary>
    public static Dictionary<string, double[]> Table(string file)
    {
        string path = ReferenceData.PathTo($"order/{file}");
        using FileStream stream = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using StreamReader reader = new(text);
        string[] names = reader.ReadLine()!.Split(',');
        List<string[]> rows = [];
        while (reader.ReadLine() is { } line)
        {
            rows.Add(line.Split(','));
        }

        return names.Select((name, column) => (name, Values: rows.Select(row => Number(row[column])).ToArray()))
            .ToDictionary(column => column.name, column => column.Values);
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    private static double[] Numbers(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

    [GeneratedRegex("Lattice=\"([^\"]*)\"")]
    private static partial Regex Lattice();
}
