using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>Notices when a run leaves the finite numbers or heats up beyond all bounds, and finds the fastest particle.</summary>
internal readonly struct RunawayGuard
{
    // Kinetic energy may exceed everything the run started with and its present potential energy by this factor.
    private const double Bound = 1e4;

    private readonly MolecularSystem system;
    private readonly bool hasVelocities;
    private readonly double scale;

    public RunawayGuard(MolecularSystem system, IntegratorSettings settings, SimulationState start)
    {
        this.system = system;
        hasVelocities = settings.HasVelocities;
        double thermal = 0.5 * system.Topology.Dimension * system.ParticleCount * system.Units.Boltzmann * settings.Temperature;
        double kinetic = hasVelocities ? KineticEnergy(start) : 0;
        scale = kinetic + thermal + Math.Abs(start.PotentialEnergy ?? 0);
    }

    /// <summary>Whether a kinetic energy is within bounds.</summary>
    public bool Allows(double kinetic, SimulationState state)
    {
        // Written so that a kinetic energy which is not a number is beyond them.
        double bound = Bound * (scale + Math.Abs(state.PotentialEnergy ?? 0));
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
            Vec3[] velocities = state.CopyVelocities();
            int fastest = FindFastest(velocities);
            throw new SimulationException(
                FormattableString.Invariant($"The run heats up beyond all bounds: kinetic energy {kinetic:g6}, ")
                + $"particle {fastest} at {state.Particles[fastest]} with velocity {velocities[fastest]}.");
        }
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
