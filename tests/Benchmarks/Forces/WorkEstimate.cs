using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>
/// The least work of a particle-step: every pair within the cutoff once, no list, no test of a pair that is too far. A pair takes 30
/// floating point operations (difference 3, square 5, reciprocal and powers 6, force 4, both sides 12), a bond 50, an angle 80, a particle
/// 20, with noise 100. Memory: positions, velocities and forces in double precision are read and written once, and a list of 4 bytes
/// a pair is read.
/// </summary>
/// <param name="Flops">Floating point operations a particle-step.</param>
/// <param name="Bytes">Bytes moved a particle-step.</param>
/// <param name="Pairs">Pairs within the cutoff a particle.</param>
internal readonly record struct WorkEstimate(double Flops, double Bytes, double Pairs)
{
    private const double PairFlops = 30, BondFlops = 50, AngleFlops = 80, MotionFlops = 20, NoiseFlops = 80;

    private const int Sample = 4000;

    private const double StateBytes = 2 * 3 * 3 * sizeof(double), ListBytes = sizeof(int);

    private static readonly int[] Nearby = [-1, 0, 1];

    public static WorkEstimate Of(PreparedCase prepared)
    {
        if (prepared.Case.Interactions is not { } what)
        {
            return new WorkEstimate(MotionFlops + NoiseFlops, 0, 0);
        }

        double n = prepared.Particles;
        double pairs = HalfNeighbours(prepared.System.Start, what.Cutoff);
        double flops = (PairFlops * pairs)
            + (BondFlops * what.Bonds(prepared.Particles).Count / n)
            + (AngleFlops * what.Angles(prepared.Particles).Count / n)
            + MotionFlops
            + (prepared.HasThermostat ? NoiseFlops : 0);
        return new WorkEstimate(flops, StateBytes + (ListBytes * pairs), pairs);
    }

    /// <summary>Greatest number of particle-steps per second that the arithmetic of some threads allows.</summary>
    public double ArithmeticLimit(MachineLimits machine, int threads) => machine.FlopsPerThread * threads / Flops;

    /// <summary>Greatest number of particle-steps per second that main memory allows.</summary>
    public double BandwidthLimit(MachineLimits machine) => machine.BytesPerSecond / Bytes;

    // Half the mean number of neighbours of a sample; cells are at least the cutoff wide, boxes rectangular or open.
    private static double HalfNeighbours(Frame frame, double cutoff)
    {
        Box box = frame.Box;
        Vec3[] positions = box.IsPeriodic ? Array.ConvertAll(frame.Positions, box.Wrap) : frame.Positions;
        Vec3 edges = box.IsPeriodic ? box.A + box.B + box.C : new Vec3(1e6, 1e6, 1e6) * cutoff;
        (int X, int Y, int Z) count = ((int)(edges.X / cutoff), (int)(edges.Y / cutoff), (int)(edges.Z / cutoff));
        ILookup<(int, int, int), int> members = Enumerable.Range(0, positions.Length).ToLookup(i => Cell(positions[i], 0, 0, 0));
        int stride = 1 + ((positions.Length - 1) / Sample);
        int neighbours = 0, sampled = 0;
        for (int i = 0; i < positions.Length; i += stride, sampled++)
        {
            IEnumerable<(int, int, int)> near =
                from x in Nearby
                from y in Nearby
                from z in Nearby
                select Cell(positions[i], x, y, z);
            neighbours += near.Distinct().SelectMany(cell => members[cell]).Count(
                j => j != i && box.MinimumImage(positions[i] - positions[j]).LengthSquared() < cutoff * cutoff);
        }

        return 0.5 * neighbours / sampled;

        (int, int, int) Cell(Vec3 r, int x, int y, int z) =>
            (Index(r.X / edges.X, x, count.X), Index(r.Y / edges.Y, y, count.Y), Index(r.Z / edges.Z, z, count.Z));

        static int Index(double fraction, int shift, int cells) => ((((int)Math.Floor(fraction * cells) + shift) % cells) + cells) % cells;
    }
}
