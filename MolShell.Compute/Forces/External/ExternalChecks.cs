using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>Checks of potentials of place against the system they act on.</summary>
internal static class ExternalChecks
{
    /// <exception cref="ArgumentException">The particles have fewer coordinates than the potential depends on.</exception>
    public static void RequireDimension(string force, int dimension, MolecularSystem system)
    {
        if (dimension > system.Topology.Dimension)
        {
            throw new ArgumentException(
                $"{force} depends on {dimension} coordinates, but the particles have only {system.Topology.Dimension}.");
        }
    }

    /// <exception cref="ArgumentException">A particle does not exist or is named twice.</exception>
    public static void RequireDistinct(string force, ReadOnlySpan<int> particles, Topology topology)
    {
        bool[] seen = new bool[topology.ParticleCount];
        foreach (int particle in particles)
        {
            topology.CheckIndex(particle, force);
            if (seen[particle])
            {
                throw new ArgumentException($"{force}: particle {particle} is named twice.");
            }

            seen[particle] = true;
        }
    }
}
