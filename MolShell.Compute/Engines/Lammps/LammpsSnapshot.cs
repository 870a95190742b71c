using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>A frame of a LAMMPS dump with the columns id, type, mass, xu, yu, zu, vx, vy, vz, in the order of the file.</summary>
internal sealed record LammpsSnapshot
{
    public required long Step { get; init; }

    /// <summary>The lines that tell of the box, as they stand in the file.</summary>
    public required string[] BoxLines { get; init; }

    public required int[] Ids { get; init; }

    public required int[] Types { get; init; }

    public required double[] Masses { get; init; }

    public required Vec3[] Positions { get; init; }

    public required Vec3[] Velocities { get; init; }

    /// <summary>The box. LAMMPS writes the bounds of a tilted cell, not its edges.</summary>
    public Box ToBox()
    {
        string[] heading = BoxLines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double[][] rows = [.. BoxLines.Skip(1).Select(line =>
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(LammpsDumpReader.Number).ToArray())];
        bool[] periodic = [.. heading[^3..].Select(word => word == "pp")];
        double xy = 0, xz = 0, yz = 0;
        if (rows[0].Length == 3)
        {
            (xy, xz, yz) = (rows[0][2], rows[1][2], rows[2][2]);
        }

        double x = rows[0][1] - rows[0][0] - (Math.Max(Math.Max(0, xy), Math.Max(xz, xy + xz)) - Math.Min(Math.Min(0, xy), Math.Min(xz, xy + xz)));
        double y = rows[1][1] - rows[1][0] - (Math.Max(0, yz) - Math.Min(0, yz));
        double z = rows[2][1] - rows[2][0];
        return periodic.Any(p => p)
            ? Box.Triclinic(new Vec3(x, 0, 0), new Vec3(xy, y, 0), new Vec3(xz, yz, z), periodic[0], periodic[1], periodic[2])
            : Box.Open;
    }
}
