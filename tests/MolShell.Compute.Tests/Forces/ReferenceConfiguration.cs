using System.Globalization;
using System.Text.Json;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Configurations with energies and forces of LAMMPS and OpenMM.</summary>
internal static class ReferenceConfiguration
{
    /// <summary>The numbers of each line of a text file, comments left out.</summary>
    public static double[][] Columns(string relative) =>
    [
        .. ReferenceData.Lines(relative)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray()),
    ];

    public static Vec3[] Vectors(double[][] rows, int first) =>
        [.. rows.Select(row => new Vec3(row[first], row[first + 1], row[first + 2]))];

    public static Vec3[] Vectors(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => new Vec3(row[0].GetDouble(), row[1].GetDouble(), row[2].GetDouble()))];

    public static Bond[] Bonds(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => new Bond(row[0].GetInt32(), row[1].GetInt32()))];

    public static MolecularSystem System(Vec3[] positions, Box box, params Bond[] bonds) => new()
    {
        Name = "reference",
        Start = new Frame
        {
            Topology = Topology.Uniform(positions.Length, 1, "X") with { Bonds = [.. bonds] },
            Box = box,
            Units = UnitSystem.Reduced,
            Positions = positions,
        },
    };

    /// <summary>Bonds 0-1, 1-2, ... and, for a ring, the last to the first.</summary>
    public static Bond[] Chain(int length, bool ring) =>
        [.. Enumerable.Range(0, ring ? length : length - 1).Select(i => new Bond(i, (i + 1) % length))];
}
