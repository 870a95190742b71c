using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Structure.Neighbors;

/// <summary>Neighbours found by going through all images of all particles, for comparison.</summary>
internal static class NeighborEnumeration
{
    /// <summary>Particles at random places within three cells of the box, so that they have to be wrapped.</summary>
    public static Frame Random(Box box, int count, int dimension = 3)
    {
        RandomSource random = new(RandomKey.FromSeed(5, RandomStream.Placement));
        Vec3[] positions = new Vec3[count];
        for (int i = 0; i < count; i++)
        {
            Vec3 s = new(Fraction(box.IsPeriodicA), Fraction(box.IsPeriodicB), Fraction(box.IsPeriodicC));
            Vec3 r = double.IsFinite(box.Volume) ? box.ToCartesian(s) : 4 * s;
            positions[i] = dimension == 3 ? r : r with { Z = 0 };
        }

        return new Frame { Topology = Topology.Uniform(count, 1, "A", dimension), Box = box, Units = UnitSystem.Reduced, Positions = positions };

        double Fraction(bool isPeriodic) => isPeriodic ? (6 * random.NextDouble()) - 3 : random.NextDouble();
    }

    /// <summary>All images at distances up to a cutoff and beyond a minimum, nearest first.</summary>
    public static IEnumerable<(int Index, Vec3 Vector)> Within(Frame frame, int i, double cutoff, double minimum = -1)
    {
        Box box = frame.Box;
        List<(int Index, Vec3 Vector)> found = [];
        for (int j = 0; j < frame.ParticleCount; j++)
        {
            Vec3 nearest = box.MinimumImage(frame.Positions[j] - frame.Positions[i]);
            double range = cutoff + nearest.Length();
            foreach (int a in Images(box.IsPeriodicA, range / box.PlaneSpacings.X))
            {
                foreach (int b in Images(box.IsPeriodicB, range / box.PlaneSpacings.Y))
                {
                    foreach (int c in Images(box.IsPeriodicC, range / box.PlaneSpacings.Z))
                    {
                        Vec3 vector = nearest + (a * box.A) + (b * box.B) + (c * box.C);
                        double d = vector.Length();
                        if (d <= cutoff && d > minimum && (i != j || d > 1e-9))
                        {
                            found.Add((j, vector));
                        }
                    }
                }
            }
        }

        return found.OrderBy(x => x.Vector.LengthSquared());
    }

    private static IEnumerable<int> Images(bool isPeriodic, double reach)
    {
        int images = isPeriodic ? (int)Math.Ceiling(reach) : 0;
        return Enumerable.Range(-images, (2 * images) + 1);
    }
}
