using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>A ring of 2000 beads as a planar comb on a square lattice of spacing 0.97 sigma, in free space: nothing overlaps.</summary>
internal static class CombRing
{
    public const int Beads = 2000;

    // 2000 = 12 teeth of 2 x 79 + 4 beads, a base of 48, and two sides of 4.
    private const int Teeth = 12, Height = 79, Side = 4;

    private const double Spacing = 0.97;

    public static Frame Create()
    {
        List<Vec3> beads = new(Beads);
        Vec3 place = Vec3.Zero;
        Vec3 up = new(0, Spacing, 0), right = new(Spacing, 0, 0);
        for (int tooth = 0; tooth < Teeth; tooth++)
        {
            Walk(up, Height);
            Walk(right, 2);
            Walk(-up, Height);
            Walk(right, 2);
        }

        Walk(-up, Side);
        Walk(-right, 4 * Teeth);
        Walk(up, Side);
        return new Frame
        {
            Topology = Topology.Uniform(beads.Count, 1, "Bead"),
            Box = Box.Open,
            Units = UnitSystem.Reduced,
            Positions = [.. beads],
        };

        void Walk(Vec3 step, int count)
        {
            for (int i = 0; i < count; i++)
            {
                beads.Add(place);
                place += step;
            }
        }
    }
}
