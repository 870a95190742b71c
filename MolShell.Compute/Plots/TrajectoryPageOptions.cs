using MolShell.Compute.Numerics;

namespace MolShell.Compute.Plots;

/// <summary>What a <see cref="TrajectoryPage"/> shows.</summary>
public sealed record TrajectoryPageOptions
{
    public string Title { get; init; } = "Trajectory";

    /// <summary>Put each molecule, kept whole, into the periodic box; without it positions are drawn as they are.</summary>
    public bool Wrap { get; init; } = true;

    /// <summary>Colours particles by this number; null colours them by type.</summary>
    public ParticleProperty? ColorBy { get; init; }

    /// <summary>
    /// The potential energy [energy] of a single particle at a point [length], drawn below the path of one- and two-dimensional toy
    /// systems; null leaves it out.
    /// </summary>
    public Func<Vec3, double>? Potential { get; init; }
}
