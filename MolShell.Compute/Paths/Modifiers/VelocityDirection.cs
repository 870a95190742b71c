using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Modifiers;

/// <summary>A Gaussian kick and the old speeds (or, with conserved momentum, the old kinetic energy) restored.</summary>
internal sealed class VelocityDirection : VelocityModifier
{
    private readonly double width;
    private readonly ParticleSubset subset;
    private readonly bool conserveMomentum;

    public VelocityDirection(double width, IEnumerable<int>? particles, bool conserveMomentum)
    {
        this.width = CheckWidth(width);
        subset = new ParticleSubset(particles);
        this.conserveMomentum = conserveMomentum;
    }

    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"velocity directions {subset.Describe()} kicked by {width}{(conserveMomentum ? ", momentum conserved" : string.Empty)}");

    internal static double CheckWidth(double width) => width > 0 && double.IsFinite(width)
        ? width
        : throw new ArgumentException(
            $"The width of a velocity kick must be above 0, not {width.ToString(CultureInfo.InvariantCulture)}.", nameof(width));

    /// <summary>The velocity turned by a Gaussian kick, at the same speed.</summary>
    internal static Vec3 Turn(Vec3 velocity, double width, int dimension, RandomSource random)
    {
        Vec3 kicked = velocity + (width * ParticleSubset.Normal(random, dimension));
        double length = kicked.Length();
        return length > 0 ? velocity.Length() / length * kicked : velocity;
    }

    internal override Frame Modify(Frame frame, double? bathTemperature, RandomSource random)
    {
        Vec3[] velocities = ParticleSubset.CopyVelocities(frame);
        IReadOnlyList<int> particles = subset.In(frame);
        if (conserveMomentum)
        {
            TurnTogether(velocities, particles, frame.Topology, random);
        }
        else
        {
            foreach (int i in particles)
            {
                velocities[i] = Turn(velocities[i], width, frame.Topology.Dimension, random);
            }
        }

        return ParticleSubset.WithVelocities(frame, velocities);
    }

    internal override void Check(MolecularSystem system, double? bathTemperature) => subset.Check(system);

    // In mass-weighted coordinates sqrt(m) v the kick is isotropic within the space of zero momentum, and scaling returns to the
    // sphere of the old kinetic energy: the new point depends only on the angle to the old one, so the change is symmetric.
    private void TurnTogether(Vec3[] velocities, IReadOnlyList<int> particles, Topology topology, RandomSource random)
    {
        ImmutableArray<double> masses = topology.Masses;
        double meanMass = particles.Average(i => masses[i]);
        Vec3 center = ParticleSubset.MeanVelocity(particles, velocities, masses);
        double before = 0;
        foreach (int i in particles)
        {
            Vec3 relative = velocities[i] - center;
            before += masses[i] * relative.LengthSquared();
            velocities[i] = relative + (width * Math.Sqrt(meanMass / masses[i]) * ParticleSubset.Normal(random, topology.Dimension));
        }

        Vec3 drift = ParticleSubset.MeanVelocity(particles, velocities, masses);
        double after = 0;
        foreach (int i in particles)
        {
            velocities[i] -= drift;
            after += masses[i] * velocities[i].LengthSquared();
        }

        double scale = after > 0 ? Math.Sqrt(before / after) : 0;
        foreach (int i in particles)
        {
            velocities[i] = center + (scale * velocities[i]);
        }
    }
}
