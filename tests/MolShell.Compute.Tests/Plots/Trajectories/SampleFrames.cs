using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Plots.Trajectories;

/// <summary>Small trajectories made by rule.</summary>
internal static class SampleFrames
{
    /// <summary>A dimer that turns and crosses the border of its box, in 25 particles on a slanted grid.</summary>
    public static IEnumerable<Frame> Dimer(Box box, int count)
    {
        const int Bath = 25;
        Topology topology = new()
        {
            Masses = [.. Enumerable.Repeat(1.0, Bath + 2)],
            Types = [.. Enumerable.Range(0, Bath + 2).Select(i => i < 2 ? 0 : 1)],
            TypeNames = ["dimer", "bath"],
            Bonds = [new Bond(0, 1)],
        };
        for (int k = 0; k < count; k++)
        {
            Vec3[] r = new Vec3[Bath + 2];
            r[0] = new Vec3(4.7 + (0.1 * k), 4.8, 0.1);
            r[1] = r[0] + new Vec3(0.8 * Math.Cos(0.3 * k), 0.8 * Math.Sin(0.3 * k), 0);
            for (int i = 0; i < Bath; i++)
            {
                r[i + 2] = new Vec3(i % 5, i / 5, 1.5 + (0.5 * Math.Sin(i + k)));
            }

            yield return new Frame
            {
                Topology = topology,
                Box = box,
                Units = UnitSystem.Gromacs,
                Step = 100 * k,
                Time = 0.2 * k,
                Positions = r,
                Velocities = Array.ConvertAll(r, p => new Vec3(p.X, 0, 0)),
                PotentialEnergy = -12.5 + k,
            };
        }
    }

    /// <summary>A particle that goes from one well of a double well to the other.</summary>
    public static IEnumerable<Frame> Toy(int dimension, int count, bool energies)
    {
        Topology topology = new() { Masses = [1.0], Types = [0], TypeNames = ["walker"], Dimension = dimension };
        for (int k = 0; k < count; k++)
        {
            double x = -1 + (2.0 * k / (count - 1));
            Vec3 r = new(x, dimension == 2 ? 0.3 * Math.Sin(3 * x) : 0, 0);
            yield return new Frame
            {
                Topology = topology,
                Box = Box.Open,
                Units = UnitSystem.Reduced,
                Step = k,
                Time = 0.5 * k,
                Positions = [r],
                PotentialEnergy = energies ? DoubleWell(r) : null,
            };
        }
    }

    public static double DoubleWell(Vec3 r) => Math.Pow((r.X * r.X) - 1, 2) + (2 * r.Y * r.Y);
}
