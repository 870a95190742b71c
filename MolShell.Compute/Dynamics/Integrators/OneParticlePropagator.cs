using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// One particle in a potential of place: many steps in one loop, without calls and with the particle in registers. Every operation is
/// that of <see cref="ManyParticlePropagator{TKernel, TAxes}"/>, so the results are the same bits.
/// </summary>
internal sealed class OneParticlePropagator<TKernel, TAxes, TPotential>(TKernel kernel, TPotential potential, double mass) : Propagator
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
    where TPotential : struct, IExternalPotential
{
    private readonly ParticleFactors factors = kernel.FactorsFor(mass);

    public override void Advance(SimulationState state, long steps)
    {
        // Copies let the compiler keep the parameters in registers.
        (TKernel formula, TPotential well, ParticleFactors scale) = (kernel, potential, factors);
        Vec3 position = state.Positions[0];
        Vec3 velocity = TKernel.HasVelocities ? state.Velocities[0] : Vec3.Zero;
        Vec3 force = state.Forces[0];
        RandomKey key = state.Noise;
        double energy = state.PotentialEnergy;
        long end = state.Step + steps;
        for (long step = state.Step; step < end; step++)
        {
            Vec3 noise = TKernel.IsStochastic ? TAxes.Noise(key, step, 0) : Vec3.Zero;
            formula.Move(ref position, ref velocity, force, scale, noise);
            energy = well.Evaluate(position, out force);
            force = Vec3.Zero + force;
            if (TKernel.HasVelocities)
            {
                formula.Finish(ref velocity, force, scale);
            }
        }

        state.Positions[0] = position;
        state.Forces[0] = force;
        if (TKernel.HasVelocities)
        {
            state.Velocities[0] = velocity;
        }

        state.PotentialEnergy = energy;
        state.Step = end;
        Check(state);
    }

    public override void Refresh(SimulationState state)
    {
        state.PotentialEnergy = potential.Evaluate(state.Positions[0], out Vec3 force);
        state.Forces[0] = Vec3.Zero + force;
        Check(state);
    }

    private static void Check(SimulationState state)
    {
        if (!double.IsFinite(state.PotentialEnergy) || !state.Positions[0].IsFinite())
        {
            string place = FormattableString.Invariant($"{state.Positions[0]}, where the energy is {state.PotentialEnergy:g6}");
            throw new SimulationException($"{TPotential.Name} has no finite energy: particle 0 is at {place}.");
        }
    }
}
