using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Modifiers;

/// <summary>The particles whose velocities a modifier changes.</summary>
internal sealed class ParticleSubset
{
    private readonly ImmutableArray<int>? particles;

    public ParticleSubset(IEnumerable<int>? particles)
    {
        if (particles is null)
        {
            return;
        }

        this.particles = [.. particles.Distinct().Order()];
        if (this.particles.Value.IsEmpty)
        {
            throw new ArgumentException("No particles were named whose velocities change.", nameof(particles));
        }
    }

    public bool IsAll => particles is null;

    public string Describe() => particles is { } some ? $"of particles {string.Join(",", some)}" : "of all particles";

    public IReadOnlyList<int> In(Frame frame) => particles is { } some ? some : Enumerable.Range(0, frame.ParticleCount).ToArray();

    public void Check(MolecularSystem system)
    {
        foreach (int i in In(system.Start))
        {
            if (i < 0 || i >= system.ParticleCount)
            {
                throw new ArgumentException(
                    $"Velocity change names particle {i}, but the system {system.Name} has particles 0 to {system.ParticleCount - 1}.");
            }
        }
    }

    /// <summary>A copy of the frame's velocities.</summary>
    public static Vec3[] CopyVelocities(Frame frame) =>
        (Vec3[]?)frame.Velocities?.Clone()
        ?? throw new PathSamplingException("The shooting point has no velocities, so they cannot be changed.");

    /// <summary>The frame with other velocities and their kinetic energy.</summary>
    public static Frame WithVelocities(Frame frame, Vec3[] velocities) =>
        (frame with { Velocities = velocities }).WithKineticEnergy();

    /// <summary>A vector of independent normal deviates in the coordinates that move, else 0.</summary>
    public static Vec3 Normal(RandomSource random, int dimension) => new(
        random.NextNormal(),
        dimension > 1 ? random.NextNormal() : 0,
        dimension > 2 ? random.NextNormal() : 0);

    /// <summary>Velocity of the centre of mass of the particles.</summary>
    public static Vec3 MeanVelocity(IReadOnlyList<int> particles, Vec3[] velocities, ImmutableArray<double> masses)
    {
        Vec3 momentum = Vec3.Zero;
        double mass = 0;
        foreach (int i in particles)
        {
            momentum += masses[i] * velocities[i];
            mass += masses[i];
        }

        return momentum / mass;
    }
}
