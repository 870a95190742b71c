using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>Velocities in thermal equilibrium: each component normal with variance kT/m.</summary>
public static class MaxwellBoltzmann
{
    /// <summary>Draws velocities [length/time], shape [n, 3]; zero along axes beyond the dimension.</summary>
    /// <param name="topology">Masses and dimension.</param>
    /// <param name="units">The system's units.</param>
    /// <param name="temperature">T [temperature], not negative.</param>
    /// <param name="key">Decides the draw.</param>
    /// <param name="removeMomentum">Whether the common velocity is then subtracted; the mean kinetic energy falls by one particle's
    /// share.</param>
    /// <exception cref="ArgumentException">The temperature is negative or not finite.</exception>
    public static Vec3[] Draw(Topology topology, UnitSystem units, double temperature, RandomKey key, bool removeMomentum = false)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(units);
        if (!(temperature >= 0 && double.IsFinite(temperature)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The temperature is {temperature:g6}; expected a finite number that is not negative."));
        }

        double variance = units.Boltzmann * temperature * units.AccelerationFactor;
        Vec3[] velocities = new Vec3[topology.ParticleCount];
        for (int i = 0; i < velocities.Length; i++)
        {
            Vec3 normal = Gaussian.Three(key, 0, i);
            Vec3 moving = new(normal.X, topology.Dimension > 1 ? normal.Y : 0, topology.Dimension > 2 ? normal.Z : 0);
            velocities[i] = moving * Math.Sqrt(variance / topology.Masses[i]);
        }

        if (removeMomentum)
        {
            RemoveMomentum(topology, velocities);
        }

        return velocities;
    }

    /// <summary>Subtracts the velocity of the centre of mass.</summary>
    public static void RemoveMomentum(Topology topology, Span<Vec3> velocities)
    {
        ArgumentNullException.ThrowIfNull(topology);
        Vec3 momentum = Vec3.Zero;
        double mass = 0;
        for (int i = 0; i < velocities.Length; i++)
        {
            momentum += velocities[i] * topology.Masses[i];
            mass += topology.Masses[i];
        }

        Vec3 common = momentum / mass;
        for (int i = 0; i < velocities.Length; i++)
        {
            velocities[i] -= common;
        }
    }
}
