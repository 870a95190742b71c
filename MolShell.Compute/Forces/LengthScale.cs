using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>The distance over which the energy of a system changes, for steps of searches and of numeric derivatives.</summary>
internal static class LengthScale
{
    private const int Sampled = 16;

    /// <summary>
    /// The median distance to the nearest particle of some particles [length]; 1 for a single particle without a cell, whose potential is
    /// taken to be written in its own units.
    /// </summary>
    public static double Of(Frame frame)
    {
        int n = frame.ParticleCount;
        if (n == 1)
        {
            return frame.Box.IsFullyPeriodic ? Math.Cbrt(frame.Box.Volume) : 1;
        }

        double[] nearest =
            [.. Enumerable.Range(0, Math.Min(n, Sampled)).Select(s => Nearest(frame, (int)((long)s * n / Math.Min(n, Sampled))))];
        Array.Sort(nearest);
        double median = nearest[nearest.Length / 2];
        return median > 0 && double.IsFinite(median) ? median : 1;
    }

    private static double Nearest(Frame frame, int i)
    {
        double nearest = double.PositiveInfinity;
        for (int j = 0; j < frame.ParticleCount; j++)
        {
            Vec3 r = frame.Box.MinimumImage(frame.Positions[j] - frame.Positions[i]);
            nearest = j == i ? nearest : Math.Min(nearest, r.LengthSquared());
        }

        return Math.Sqrt(nearest);
    }
}
