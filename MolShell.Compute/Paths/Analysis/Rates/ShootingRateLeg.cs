using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>A trajectory of a fixed length, as the regions that its frames are in.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="key">Noise of the dynamics.</param>
/// <param name="regionOf">Gives the number of the region of a point.</param>
/// <param name="length">Number of frames after the start.</param>
internal sealed class ShootingRateLeg(Frame start, RandomKey key, ShootingRateLeg.Classifier regionOf, int length) : IReplica
{
    private int filled;

    /// <summary>Gives the number of the region of a point.</summary>
    public delegate sbyte Classifier(PhasePoint point);

    public Frame Start => start;

    public RandomKey Key => key;

    /// <summary>Region of each frame, the start first, shape [length + 1].</summary>
    public sbyte[] Regions { get; } = new sbyte[length + 1];

    public bool Add(ReplicaPoint point)
    {
        Regions[filled++] = regionOf(point.Phase);
        return filled <= length;
    }
}
