using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Random places of particles, and boxes of all kinds.</summary>
internal static class Configurations
{
    /// <summary>Names of the boxes that <see cref="NamedBox"/> knows.</summary>
    public static IEnumerable<string> BoxNames =>
        ["open", "cube", "orthorhombic", "triclinic", "very oblique", "slab", "wire", "left-handed"];

    public static Box NamedBox(string name, double edge) => name switch
    {
        "open" => Box.Open,
        "cube" => Box.Cubic(edge),
        "orthorhombic" => Box.Orthorhombic(edge, 1.3 * edge, 0.8 * edge),
        "triclinic" => Box.Triclinic(new Vec3(edge, 0, 0), new Vec3(0.3 * edge, edge, 0), new Vec3(-0.2 * edge, 0.4 * edge, edge)),
        "very oblique" => Box.Triclinic(new Vec3(edge, 0, 0), new Vec3(1.9 * edge, edge, 0), new Vec3(1.7 * edge, -2.4 * edge, edge)),
        "slab" => Box.Triclinic(new Vec3(edge, 0, 0), new Vec3(0.2 * edge, edge, 0.1 * edge), new Vec3(0, 0, edge), true, true, false),
        "wire" => Box.Triclinic(new Vec3(edge, 0, 0), new Vec3(0, edge, 0), new Vec3(0.3 * edge, 0, edge), false, false, true),
        "left-handed" => Box.Triclinic(new Vec3(0, edge, 0), new Vec3(edge, 0, 0.2 * edge), new Vec3(0, 0.1 * edge, edge)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such box."),
    };

    /// <summary>Places in the parallelepiped of the box, or a cube of the edge, no two images nearer than a distance.</summary>
    public static Vec3[] Random(int count, Box box, double edge, double distance, ulong seed)
    {
        RandomSource random = new(new RandomKey(seed));
        Vec3[] places = new Vec3[count];
        for (int placed = 0, tries = 0; placed < count; tries++)
        {
            if (tries > 100_000)
            {
                throw new InvalidOperationException("The box is too small for the particles.");
            }

            Vec3 s = new(random.NextDouble(), random.NextDouble(), random.NextDouble());
            Vec3 r = double.IsInfinity(box.Volume) ? s * edge : box.ToCartesian(s);
            bool free = true;
            for (int i = 0; i < placed; i++)
            {
                free &= box.MinimumImage(places[i] - r).Length() >= distance;
            }

            if (free)
            {
                places[placed++] = r;
            }
        }

        return places;
    }

    /// <summary>The same places, each moved by a random translation of the box.</summary>
    public static Vec3[] Scatter(Vec3[] places, Box box, ulong seed)
    {
        RandomSource random = new(new RandomKey(seed));
        return Array.ConvertAll(places, r => r
            + (box.A * (box.IsPeriodicA ? random.NextInt(7) - 3 : 0))
            + (box.B * (box.IsPeriodicB ? random.NextInt(7) - 3 : 0))
            + (box.C * (box.IsPeriodicC ? random.NextInt(7) - 3 : 0)));
    }

    /// <summary>The translations of the box up to a number of cells along each periodic edge.</summary>
    public static IEnumerable<Vec3> Translations(Box box, int cells)
    {
        int a = box.IsPeriodicA ? cells : 0, b = box.IsPeriodicB ? cells : 0, c = box.IsPeriodicC ? cells : 0;
        for (int i = -a; i <= a; i++)
        {
            for (int j = -b; j <= b; j++)
            {
                for (int k = -c; k <= c; k++)
                {
                    yield return (box.A * i) + (box.B * j) + (box.C * k);
                }
            }
        }
    }

    public static EnergyReport Evaluate(MolecularSystem system)
    {
        using ForceField field = new(system);
        return field.Report(system.Start);
    }

    /// <summary>The system with other positions.</summary>
    public static MolecularSystem At(this MolecularSystem system, Vec3[] positions, Box? box = null) =>
        system with { Start = system.Start with { Positions = positions, Box = box ?? system.Box } };
}
