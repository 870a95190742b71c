using System.Globalization;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>Checks the frames of a page as they stream by.</summary>
internal static class FrameCheck
{
    /// <exception cref="ArgumentException">A frame does not fit the first one or has positions that are not finite.</exception>
    public static void Require(Frame frame, Frame first, int index)
    {
        if (frame.ParticleCount != first.ParticleCount)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Frame {index} (step {frame.Step}) has {frame.ParticleCount} particles, but the first frame has {first.ParticleCount}; "
                + $"one page shows one system."));
        }

        int bad = Array.FindIndex(frame.Positions, r => !r.IsFinite());
        if (bad >= 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"Particle {bad} in frame {index} (step {frame.Step}) is at {frame.Positions[bad]}; finite positions are expected."));
        }
    }

    /// <exception cref="ArgumentException">The property has not one value for each particle.</exception>
    public static double[] Values(ParticleProperty property, Frame frame, int index)
    {
        double[] values = property.Values(frame);
        return values.Length == frame.ParticleCount
            ? values
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The property '{property.Label}' has {values.Length} values in frame {index} (step {frame.Step}) of "
                + $"{frame.ParticleCount} particles; one for each is expected."));
    }
}
