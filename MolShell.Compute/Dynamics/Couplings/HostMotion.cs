using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>The motion of a system that stands in the state.</summary>
internal sealed class HostMotion : SystemMotion
{
    private readonly Propagator particles;
    private readonly int count;
    private readonly double[] masses;

    /// <param name="particles">Makes the steps.</param>
    /// <param name="field">The system's forces; particles still in their slots of the beginning.</param>
    public HostMotion(Propagator particles, ForceField field)
    {
        this.particles = particles;
        count = field.Particles.Count;
        masses = field.Particles.AddColumn();
        field.System.Topology.Masses.CopyTo(masses);
    }

    public override Vec3 TwiceKinetic(SimulationState state) => new(
        MotionSum.TwiceKineticEnergy(Real(masses), Real(state.VelocityX)),
        MotionSum.TwiceKineticEnergy(Real(masses), Real(state.VelocityY)),
        MotionSum.TwiceKineticEnergy(Real(masses), Real(state.VelocityZ)));

    public override Vec3 Momentum(SimulationState state) => new(
        MotionSum.Momentum(Real(masses), Real(state.VelocityX)),
        MotionSum.Momentum(Real(masses), Real(state.VelocityY)),
        MotionSum.Momentum(Real(masses), Real(state.VelocityZ)));

    public override void Scale(SimulationState state, Vec3 factors)
    {
        Multiply(state.VelocityX, factors.X);
        Multiply(state.VelocityY, factors.Y);
        Multiply(state.VelocityZ, factors.Z);
    }

    public override void Shift(SimulationState state, Vec3 velocity)
    {
        Add(state.VelocityX, velocity.X);
        Add(state.VelocityY, velocity.Y);
        Add(state.VelocityZ, velocity.Z);
    }

    public override void Stretch(SimulationState state, Vec3 factors)
    {
        Multiply(state.Particles.X, factors.X);
        Multiply(state.Particles.Y, factors.Y);
        Multiply(state.Particles.Z, factors.Z);
        particles.Refresh(state);
    }

    private static void Multiply(double[] values, double factor)
    {
        foreach (ref double value in values.AsSpan())
        {
            value *= factor;
        }
    }

    private static void Add(double[] values, double common)
    {
        foreach (ref double value in values.AsSpan())
        {
            value += common;
        }
    }

    // Without the slots that belong to no particle.
    private ReadOnlySpan<double> Real(double[] column) => column.AsSpan(0, count);
}
