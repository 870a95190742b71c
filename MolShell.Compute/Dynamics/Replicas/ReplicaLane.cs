using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>What stands in one lane: a replica, whose points it hands on, and which it ends when it goes astray.</summary>
/// <param name="system">What moves.</param>
/// <param name="settings">The dynamics.</param>
/// <param name="energy">Potential energy of a start [energy].</param>
internal sealed class ReplicaLane(MolecularSystem system, IntegratorSettings settings, Func<Frame, double> energy)
{
    private readonly Vec3[] positions = new Vec3[system.ParticleCount];
    private readonly Vec3[] velocities = new Vec3[settings.HasVelocities ? system.ParticleCount : 0];
    private IReplica? replica;
    private double startKinetic;
    private RunawayGuard? guard;

    /// <summary>Whether there is no replica.</summary>
    public bool IsFree => replica is null;

    /// <summary>The start of the replica.</summary>
    public Frame Start => replica!.Start;

    /// <summary>Positions to hand on [length], shape [n].</summary>
    public Span<Vec3> Positions => positions;

    /// <summary>Velocities to hand on [length/time], shape [n]; empty where the dynamics has none.</summary>
    public Span<Vec3> Velocities => velocities;

    /// <summary>Takes a replica in, at its start.</summary>
    /// <exception cref="ArgumentException">The start does not fit the system.</exception>
    public void Take(IReplica next)
    {
        Frame start = next.Start;
        Check(start.Positions.Length, "positions");
        start.Positions.CopyTo(positions, 0);
        if (settings.HasVelocities)
        {
            Check(start.Velocities?.Length ?? 0, "velocities");
            start.Velocities!.CopyTo(velocities, 0);
            startKinetic = Kinetics.Energy(system.Topology, velocities, system.Units);
        }

        (replica, guard) = (next, null);
    }

    /// <summary>Hands on the point that stands in <see cref="Positions"/> and <see cref="Velocities"/>, and frees the lane where it is the last.</summary>
    /// <param name="step">Steps since the start.</param>
    /// <param name="potential">Potential energy there [energy], where it is known.</param>
    public void HandOn(long step, double potential)
    {
        if (step > 0 && settings.HasVelocities)
        {
            double kinetic = Kinetics.Energy(system.Topology, velocities, system.Units);
            if (!Allows(kinetic, potential))
            {
                End(RunawayGuard.Fault(kinetic, positions, velocities).At(step));
                return;
            }
        }

        if (!replica!.Add(new ReplicaPoint(replica.Start, step, step * settings.TimeStep, positions, velocities)))
        {
            replica = null;
        }
    }

    /// <summary>Ends the replica with a fault.</summary>
    public void End(SimulationException fault)
    {
        IReplica ended = replica!;
        replica = null;
        ended.Fail(fault);
    }

    // The potential energy of the start may be dear, and hardly ever matters.
    private bool Allows(double kinetic, double potential)
    {
        if (kinetic <= RunawayGuard.Bound * startKinetic)
        {
            return true;
        }

        guard ??= new RunawayGuard(system, settings, startKinetic, energy(Start));
        return guard.Value.Allows(kinetic, potential);
    }

    private void Check(int length, string what)
    {
        if (length != system.ParticleCount)
        {
            throw new ArgumentException($"The start has {length} {what} for the {system.ParticleCount} particles of '{system.Name}'.");
        }
    }
}
