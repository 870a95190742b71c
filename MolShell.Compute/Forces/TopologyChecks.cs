using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>Checks of forces against the topology they act on.</summary>
internal static class TopologyChecks
{
    /// <exception cref="ArgumentException">There is no such particle.</exception>
    public static void CheckIndex(this Topology topology, int particle, string where)
    {
        if ((uint)particle >= (uint)topology.ParticleCount)
        {
            throw new ArgumentException(
                $"Particle {particle} of {where} does not exist; the system has particles 0 to {topology.ParticleCount - 1}.");
        }
    }
}
