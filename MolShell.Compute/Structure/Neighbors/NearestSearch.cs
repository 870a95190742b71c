using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>
/// Runs a rule that says which of the nearest particles are neighbours, not how far they may be. The range is such that most particles find
/// enough others, and is doubled for those that do not, until it holds the whole of the system.
/// </summary>
internal static class NearestSearch
{
    // Of how many particles the neighbours are counted to find the range, and how often.
    private const int SampleSize = 64;
    private const int LargestAttempts = 8;

    // Candidates beyond those that are needed: sorting them costs less than finding them a second time.
    private const double Surplus = 1.7;

    // The rules end long before the range holds this many times as many images as they usually need.
    private const int Reserve = 8;

    /// <param name="frame">The frame.</param>
    /// <param name="rule">The rule that the table names.</param>
    /// <param name="needed">How many of the nearest particles the rule usually has to see.</param>
    /// <param name="select">As of <see cref="NeighborSearch.Run"/>.</param>
    /// <param name="device">The processor and its number of threads.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static NeighborTable Run(
        Frame frame, NeighborRule rule, int needed, Func<FoundNeighbors, bool> select, CpuDevice device, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(frame);
        double widest = Widest(frame, Reserve * needed), range = Math.Min(FirstRange(frame, Surplus * needed), widest);
        ParticleGrid grid = new(frame.Positions, frame.Box, range, widest);
        for (int attempt = 1; attempt < LargestAttempts && frame.ParticleCount > 0; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = TypicalCount(grid, range);
            double better = Math.Clamp(Math.Cbrt(Surplus * needed / Math.Max(count, 1)), 0.5, 2) * range;
            if ((count >= needed && count <= 2 * Surplus * needed) || (better >= widest && range >= widest))
            {
                break;
            }

            range = Math.Min(better, widest);
            grid = new ParticleGrid(frame.Positions, frame.Box, range, widest);
        }

        return NeighborSearch.Run(frame, rule, grid, range, select, device, cancellation);
    }

    // A ball of this radius around any particle holds that many images, or all there are where the box is open.
    private static double Widest(Frame frame, int images)
    {
        Box box = frame.Box;
        int periodic = (box.IsPeriodicA ? 1 : 0) + (box.IsPeriodicB ? 1 : 0) + (box.IsPeriodicC ? 1 : 0);
        double cells = periodic == 0 ? 0 : Math.Ceiling(Math.Pow((images + 1.0) / Math.Max(1, frame.ParticleCount), 1.0 / periodic));
        Vec3 extent = Extent(frame);
        double a = box.IsPeriodicA ? 0.5 * cells * box.A.Length() : extent.X;
        double b = box.IsPeriodicB ? 0.5 * cells * box.B.Length() : extent.Y;
        double c = box.IsPeriodicC ? 0.5 * cells * box.C.Length() : extent.Z;
        return a + b + c > 0 ? a + b + c : 1;
    }

    // As if the particles filled the box, or the box around them along its open edges, evenly.
    private static double FirstRange(Frame frame, double count)
    {
        Vec3 extent = Extent(frame);
        double largest = Math.Max(extent.X, Math.Max(extent.Y, extent.Z)), volume = 1;
        int dimensions = 0;
        for (int axis = 0; axis < 3; axis++)
        {
            if (extent[axis] > 1e-6 * largest)
            {
                volume *= extent[axis];
                dimensions++;
            }
        }

        volume = frame.Box.IsFullyPeriodic ? frame.Box.Volume : volume;
        double unitBall = dimensions switch { 3 => 4 * Math.PI / 3, 2 => Math.PI, _ => 2 };
        return dimensions == 0 ? 1 : Math.Pow(volume * count / (Math.Max(1, frame.ParticleCount) * unitBall), 1.0 / dimensions);
    }

    // Lengths of periodic edges, and along open ones of the parts that hold particles.
    private static Vec3 Extent(Frame frame)
    {
        Box box = frame.Box;
        bool hasCell = double.IsFinite(box.Volume);
        Vec3 low = new(double.MaxValue, double.MaxValue, double.MaxValue), high = -low;
        if (!box.IsFullyPeriodic)
        {
            foreach (Vec3 position in frame.Positions)
            {
                Vec3 s = hasCell ? box.ToFractional(position) : position;
                low = new Vec3(Math.Min(low.X, s.X), Math.Min(low.Y, s.Y), Math.Min(low.Z, s.Z));
                high = new Vec3(Math.Max(high.X, s.X), Math.Max(high.Y, s.Y), Math.Max(high.Z, s.Z));
            }
        }

        return new Vec3(
            Along(box.IsPeriodicA, box.A, low.X, high.X), Along(box.IsPeriodicB, box.B, low.Y, high.Y), Along(box.IsPeriodicC, box.C, low.Z, high.Z));

        double Along(bool isPeriodic, Vec3 edge, double from, double to) =>
            isPeriodic ? edge.Length() : Math.Max(0, to - from) * (hasCell ? edge.Length() : 1);
    }

    private static int TypicalCount(ParticleGrid grid, double range)
    {
        FoundNeighbors found = new(grid, range);
        int[] counts = new int[Math.Min(SampleSize, grid.Order.Length)];
        for (int sample = 0; sample < counts.Length; sample++)
        {
            int slot = (int)((long)grid.Order.Length * sample / counts.Length);
            found.Enter(grid.CellOf(slot));
            found.Find(slot);
            counts[sample] = found.Count;
        }

        Array.Sort(counts);
        return counts[counts.Length / 2];
    }
}
