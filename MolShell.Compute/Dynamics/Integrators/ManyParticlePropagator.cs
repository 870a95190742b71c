using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Any system with any forces.</summary>
internal sealed class ManyParticlePropagator<TKernel, TAxes>(TKernel kernel, ForceField field) : Propagator
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
{
    private readonly ParticleFactors[] factors = [.. field.System.Topology.Masses.Select(kernel.FactorsFor)];

    public override void Advance(SimulationState state, long steps)
    {
        for (long end = state.Step + steps; state.Step < end; state.Step++)
        {
            Move(state);
            Refresh(state);
            if (TKernel.HasVelocities)
            {
                Finish(state);
            }
        }
    }

    public override void Refresh(SimulationState state) =>
        state.PotentialEnergy = field.Evaluate(state.Positions, state.Box, state.Forces);

    private void Move(SimulationState state)
    {
        Span<Vec3> positions = state.Positions;
        Span<Vec3> velocities = state.Velocities;
        ReadOnlySpan<Vec3> forces = state.Forces;
        Vec3 none = default;
        for (int i = 0; i < factors.Length; i++)
        {
            Vec3 noise = TKernel.IsStochastic ? TAxes.Noise(state.Noise, state.Step, i) : Vec3.Zero;
            Move(ref positions[i], ref TKernel.HasVelocities ? ref velocities[i] : ref none, forces[i], factors[i], noise);
        }
    }

    private void Finish(SimulationState state)
    {
        Span<Vec3> velocities = state.Velocities;
        ReadOnlySpan<Vec3> forces = state.Forces;
        for (int i = 0; i < factors.Length; i++)
        {
            Lane<double> x = velocities[i].X, y = velocities[i].Y, z = velocities[i].Z, kick = factors[i].Kick;
            kernel.Finish(ref x, forces[i].X, kick);
            kernel.Finish(ref y, forces[i].Y, kick);
            kernel.Finish(ref z, forces[i].Z, kick);
            velocities[i] = new Vec3(x.Value, y.Value, z.Value);
        }
    }

    private void Move(ref Vec3 position, ref Vec3 velocity, Vec3 force, ParticleFactors scale, Vec3 noise)
    {
        Lane<double> x = position.X, y = position.Y, z = position.Z, vx = velocity.X, vy = velocity.Y, vz = velocity.Z;
        kernel.Move(ref x, ref vx, force.X, scale.Kick, scale.Noise, noise.X);
        kernel.Move(ref y, ref vy, force.Y, scale.Kick, scale.Noise, noise.Y);
        kernel.Move(ref z, ref vz, force.Z, scale.Kick, scale.Noise, noise.Z);
        position = new Vec3(x.Value, y.Value, z.Value);
        velocity = new Vec3(vx.Value, vy.Value, vz.Value);
    }
}
