using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;

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
            kernel.Move(ref positions[i], ref TKernel.HasVelocities ? ref velocities[i] : ref none, forces[i], factors[i], noise);
        }
    }

    private void Finish(SimulationState state)
    {
        Span<Vec3> velocities = state.Velocities;
        ReadOnlySpan<Vec3> forces = state.Forces;
        for (int i = 0; i < factors.Length; i++)
        {
            kernel.Finish(ref velocities[i], forces[i], factors[i]);
        }
    }
}
