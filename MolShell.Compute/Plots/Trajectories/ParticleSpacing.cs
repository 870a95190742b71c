using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>How far apart particles are, for the size of their spheres.</summary>
internal static class ParticleSpacing
{
    private const int Samples = 100;

    /// <summary>
    /// Median distance to the nearest neighbour [length] of up to 100 particles spread over the frame; a tenth of the box, or 1, for a
    /// particle alone.
    /// </summary>
    public static double Of(Frame frame)
    {
        Vec3[] r = frame.Positions;
        int stride = Math.Max(1, r.Length / Samples);
        List<double> nearest = [];
        for (int i = 0; i < r.Length; i += stride)
        {
            double least = double.PositiveInfinity;
            for (int j = 0; j < r.Length; j++)
            {
                if (j != i)
                {
                    least = Math.Min(least, frame.Box.MinimumImage(r[j] - r[i]).LengthSquared());
                }
            }

            nearest.Add(Math.Sqrt(least));
        }

        nearest.Sort();
        double median = nearest.Count == 0 ? double.PositiveInfinity : nearest[nearest.Count / 2];
        return double.IsFinite(median) && median > 0 ? median
            : double.IsFinite(frame.Box.Volume) ? 0.1 * Math.Cbrt(frame.Box.Volume) : 1;
    }
}
