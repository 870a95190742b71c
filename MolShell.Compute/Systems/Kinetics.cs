using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems;

/// <summary>Kinetic energy and temperature of a set of velocities.</summary>
public static class Kinetics
{
    /// <summary>K = sum m v^2 / 2 [energy].</summary>
    /// <param name="topology">Masses [mass].</param>
    /// <param name="velocities">Velocities [length/time], shape [n, 3].</param>
    /// <param name="units">The system's units.</param>
    public static double Energy(Topology topology, ReadOnlySpan<Vec3> velocities, UnitSystem units)
    {
        ReadOnlySpan<double> masses = topology.Masses.AsSpan();
        if (velocities.Length != masses.Length)
        {
            throw new ArgumentException($"{velocities.Length} velocities for {masses.Length} particles.", nameof(velocities));
        }

        double sum = 0;
        for (int i = 0; i < masses.Length; i++)
        {
            sum += masses[i] * velocities[i].LengthSquared();
        }

        return 0.5 * sum / units.AccelerationFactor;
    }

    /// <summary>T = 2 K / (d n kB) [temperature], with d coordinates of each of n particles.</summary>
    public static double Temperature(double kineticEnergy, Topology topology, UnitSystem units) =>
        Temperature(kineticEnergy, topology.Dimension * topology.ParticleCount, units);

    /// <summary>T = 2 K / (f kB) [temperature], with f degrees of freedom.</summary>
    public static double Temperature(double kineticEnergy, int degreesOfFreedom, UnitSystem units) =>
        2 * kineticEnergy / (degreesOfFreedom * units.Boltzmann);
}
