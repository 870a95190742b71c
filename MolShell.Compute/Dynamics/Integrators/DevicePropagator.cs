using MolShell.Compute.Devices.Engine;
using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Any system with any forces on a device. The state in main memory follows when it is asked for.</summary>
internal sealed class DevicePropagator : Propagator
{
    private readonly ForceField field;
    private readonly DeviceForces forces;
    private readonly DeviceDynamics dynamics;
    private readonly double energyUnit;
    private readonly Vec3[] vectors;
    private bool isAhead;

    /// <exception cref="ArgumentException">The device does not have the integrator.</exception>
    public DevicePropagator(ForceField field, DeviceForces forces, IntegratorSettings settings)
    {
        (this.field, this.forces) = (field, forces);
        dynamics = new DeviceDynamics(forces, field.System, settings);
        energyUnit = 0.5 / field.System.Units.AccelerationFactor;
        vectors = new Vec3[field.System.ParticleCount];
    }

    // Enough work for a device that each call pays.
    public override long StepsPerCall =>
        Math.Max(20, (forces.Particles.Device.Profile.IsProcessor ? 100_000L : 20_000_000L) / vectors.Length);

    public override void Advance(SimulationState state, long steps)
    {
        state.PotentialEnergy = null;
        isAhead = true;
        long done = dynamics.Advance(state.Noise, state.Step, steps);
        state.Step += done;
        if (done < steps)
        {
            throw Fault(state);
        }

        if (state.WantsEnergy)
        {
            // The forces are those in memory again.
            state.PotentialEnergy = forces.TryCompute(wantsEnergy: true) ? field.ReadRemoteEnergy() : throw Fault(state);
        }
    }

    public override SystemMotion MotionIn(ForceField field) => new DeviceMotion(field, forces, dynamics.Velocities);

    public override void Complete(SimulationState state) => dynamics.Finish();

    public override void Synchronize(SimulationState state)
    {
        if (!isAhead)
        {
            return;
        }

        dynamics.Finish();
        DeviceParticles particles = forces.Particles;
        particles.Read(particles.X, particles.Y, particles.Z, vectors);
        state.Particles.SetPositions(vectors);
        forces.Particles.ReadForces(forces.Units.Force, vectors);
        state.Particles.Scatter(vectors, state.Particles.ForceX, state.Particles.ForceY, state.Particles.ForceZ);
        if (state.HasVelocities)
        {
            particles.Read(particles.VelocityX, particles.VelocityY, particles.VelocityZ, vectors);
            state.Particles.Scatter(vectors, state.VelocityX, state.VelocityY, state.VelocityZ);
        }

        isAhead = false;
    }

    public override void Refresh(SimulationState state)
    {
        state.PotentialEnergy = field.Compute(wantsEnergy: true);
        if (state.HasVelocities)
        {
            DeviceParticles particles = forces.Particles;
            particles.Write(state.CopyVelocities(), particles.VelocityX, particles.VelocityY, particles.VelocityZ);
        }

        dynamics.Begin();
    }

    // In the precision of the device.
    public override double MeasureEnergy(SimulationState state)
    {
        if (state.PotentialEnergy is null)
        {
            Synchronize(state);
            Refresh(state);
        }

        return state.PotentialEnergy!.Value;
    }

    public override void Check(RunawayGuard guard, SimulationState state)
    {
        // The velocities come here only to name the particle.
        if (!state.HasVelocities)
        {
            return;
        }

        Vec3 twice = dynamics.Velocities.Sum(isSquare: true);
        if (!guard.Allows(energyUnit * (twice.X + twice.Y + twice.Z), state))
        {
            Synchronize(state);
            guard.Check(state);
        }
    }

    private SimulationException Fault(SimulationState state)
    {
        Synchronize(state);
        return field.Fault();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            dynamics.Dispose();
        }

        base.Dispose(disposing);
    }
}
