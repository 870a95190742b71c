using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>Notices when a run leaves the finite numbers or heats up beyond all bounds, and finds the fastest particle.</summary>
internal readonly struct RunawayGuard
{
    // Kinetic energy may exceed everything the run started with and its present potential energy by this factor.
    public const double Bound = 1e4;

    private readonly MolecularSystem system;
    private readonly bool hasVelocities;
    private readonly double scale;

    public RunawayGuard(MolecularSystem system, IntegratorSettings settings, SimulationState start)
        : this(system, settings, 0, start.PotentialEnergy ?? 0) => scale += hasVelocities ? KineticEnergy(start) : 0;

    /// <param name="system">What moves.</param>
    /// <param name="settings">The dynamics.</param>
    /// <param name="kinetic">Kinetic energy of the start [energy].</param>
    /// <param name="potential">Potential energy of the start [energy].</param>
    public RunawayGuard(MolecularSystem system, IntegratorSettings settings, double kinetic, double potential)
    {
        this.system = system;
        hasVelocities = settings.HasVelocities;
        double thermal = 0.5 * system.Topology.Dimension * system.ParticleCount * system.Units.Boltzmann * settings.Temperature;
        scale = kinetic + thermal + Math.Abs(potential);
    }

    /// <summary>Whether a kinetic energy is within bounds.</summary>
    public bool Allows(double kinetic, SimulationState state) => Allows(kinetic, state.PotentialEnergy ?? 0);

    /// <summary>Whether a kinetic energy is within bounds beside a potential energy.</summary>
    public bool Allows(double kinetic, double potential)
    {
        // Written so that a kinetic energy which is not a number is beyond them.
        double bound = Bound * (scale + Math.Abs(potential));
        return kinetic <= bound || (bound == 0 && double.IsFinite(kinetic));
    }

    /// <exception cref="SimulationException">The run went astray.</exception>
    public void Check(SimulationState state)
    {
        if (!hasVelocities)
        {
            return;
        }

        double kinetic = KineticEnergy(state);
        if (!Allows(kinetic, state))
        {
            throw Fault(kinetic, state.CopyPositions(), state.CopyVelocities());
        }
    }

    /// <summary>What to say of a kinetic energy beyond the bounds.</summary>
    public static SimulationException Fault(double kinetic, ReadOnlySpan<Vec3> positions, ReadOnlySpan<Vec3> velocities)
    {
        int fastest = FindFastest(velocities);
        return new SimulationException(
            FormattableString.Invariant($"The run heats up beyond all bounds: kinetic energy {kinetic:g6}, ")
            + $"particle {fastest} at {positions[fastest]} with velocity {velocities[fastest]}.");
    }

    private double KineticEnergy(SimulationState state)
    {
        ReadOnlySpan<double> masses = system.Topology.Masses.AsSpan();
        ReadOnlySpan<int> ids = state.Particles.IdOf;
        (double[] vx, double[] vy, double[] vz) = (state.VelocityX, state.VelocityY, state.VelocityZ);
        double sum = 0;
        for (int slot = 0; slot < masses.Length; slot++)
        {
            sum += masses[ids[slot]] * ((vx[slot] * vx[slot]) + (vy[slot] * vy[slot]) + (vz[slot] * vz[slot]));
        }

        return 0.5 * sum / system.Units.AccelerationFactor;
    }

    private static int FindFastest(ReadOnlySpan<Vec3> velocities)
    {
        int fastest = 0;
        for (int i = 0; i < velocities.Length; i++)
        {
            double speed = velocities[i].LengthSquared();
            if (!double.IsFinite(speed))
            {
                return i;
            }

            fastest = speed > velocities[fastest].LengthSquared() ? i : fastest;
        }

        return fastest;
    }
}
