using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Hands out replicas to threads and keeps their ends.</summary>
internal sealed class ReplicaQueue(
    MolecularSystem system, bool hasVelocities, IReadOnlyList<ReplicaStart> starts, ReplicaOptions options)
{
    private int next = -1;

    public ReplicaEnd[] Ends { get; } = new ReplicaEnd[starts.Count];

    public int StopInterval => options.StopInterval;

    /// <summary>The next replica; -1 where there is none.</summary>
    public int Take()
    {
        int replica = Interlocked.Increment(ref next);
        return replica < starts.Count ? replica : -1;
    }

    public ReplicaStart StartOf(int replica) => starts[replica];

    /// <summary>Keeps where the replica is, and says whether it ends there.</summary>
    /// <exception cref="SimulationException">The replica left the finite numbers.</exception>
    public bool Ended(int replica, long step, Vec3 position, Vec3 velocity, double energy)
    {
        if (!double.IsFinite(energy) || !position.IsFinite())
        {
            throw new SimulationException(FormattableString.Invariant(
                $"Step {step}: replica {replica} of '{system.Name}' has no finite energy: it is at {position}, where the energy is {energy:g6}."))
            {
                Step = step,
            };
        }

        ReadOnlySpan<Vec3> velocities = hasVelocities ? new ReadOnlySpan<Vec3>(in velocity) : default;
        PhasePoint point = new(new ReadOnlySpan<Vec3>(in position), velocities, system.Start.Box, system.Topology.Dimension);
        int outcome = options.Stop?.Invoke(point) ?? -1;
        if (outcome < 0 && step < options.MaximumSteps)
        {
            return false;
        }

        Ends[replica] = new ReplicaEnd(step, Math.Max(outcome, -1), position, velocity, energy);
        return true;
    }
}
