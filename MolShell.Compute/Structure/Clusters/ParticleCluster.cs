using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Clusters;

/// <summary>Particles of a frame that are linked to each other, directly or through others. Immutable.</summary>
public sealed record ParticleCluster : IFrameResult
{
    /// <summary>The frame.</summary>
    public required Frame Frame { get; init; }

    /// <summary>Its place among the clusters of the frame, the largest being 0.</summary>
    public required int Rank { get; init; }

    /// <summary>The particles, ascending.</summary>
    public required int[] Particles { get; init; }

    /// <summary>Number of particles.</summary>
    public int Size => Particles.Length;

    /// <summary>Step of the frame.</summary>
    public long Step => Frame.Step;

    /// <summary>Time of the frame [time].</summary>
    public double Time => Frame.Time;

    /// <summary>Mean of the positions, unwrapped over the edges of the box, inside the box [length]; NaN if it percolates.</summary>
    public required Vec3 Centre { get; init; }

    /// <summary>Root mean square distance of the particles from their centre [length]; NaN if it percolates.</summary>
    public required double RadiusOfGyration { get; init; }

    /// <summary>Whether it meets images of itself through periodic edges, and so has no end.</summary>
    public required bool IsPercolating { get; init; }

    /// <summary>The frame with the column "cluster", which says what particles are in it.</summary>
    public Frame ToFrame()
    {
        bool[] isIn = new bool[Frame.ParticleCount];
        foreach (int particle in Particles)
        {
            isIn[particle] = true;
        }

        return Frame.WithColumn(new ParticleColumn<bool>("cluster", isIn));
    }

    public override string ToString() => FormattableString.Invariant($"{Size} of {Frame.ParticleCount} particles at {Centre}");
}
