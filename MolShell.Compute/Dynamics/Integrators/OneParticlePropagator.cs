using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// One particle in a potential of place. Every operation is that of <see cref="ManyParticlePropagator{TKernel, TAxes}"/>, so the results
/// are the same bits; the noise of many steps is made at once.
/// </summary>
internal sealed class OneParticlePropagator<TKernel, TAxes, TPotential>(TKernel kernel, TPotential potential, double mass) : Propagator
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
    where TPotential : struct, IExternalPotential
{
    private readonly ParticleFactors factors = kernel.FactorsFor(mass);
    private readonly PackedPotentials<TPotential> numbers = new(potential);

    public override void Advance(SimulationState state, long steps)
    {
        Span<double> rows = stackalloc double[OneParticleState.Count];
        Span<double> noise = stackalloc double[OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.NoiseLength];
        Read(state, rows);
        for (long end = state.Step + steps; state.Step < end;)
        {
            int count = (int)Math.Min(OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.Chunk, end - state.Step);
            if (TKernel.IsStochastic)
            {
                NoiseLanes.FillSteps(state.Noise, state.Step, 0, NoiseOf(noise, 0, count), NoiseOf(noise, 1, count), NoiseOf(noise, 2, count));
            }

            OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.Advance(kernel, numbers[0], factors, rows, noise, count);
            state.Step += count;
        }

        Write(rows, state);
        Check(state);
    }

    public override void Refresh(SimulationState state)
    {
        state.PotentialEnergy = potential.Evaluate(state.Positions[0], out Vec3 force);
        state.Forces[0] = Vec3.Zero + force;
        Check(state);
    }

    private static Span<double> NoiseOf(Span<double> noise, int axis, int steps) =>
        OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.NoiseOf(noise, axis, steps);

    private static void Read(SimulationState state, Span<double> rows)
    {
        Put(state.Positions[0], rows[OneParticleState.X..]);
        Put(TKernel.HasVelocities ? state.Velocities[0] : Vec3.Zero, rows[OneParticleState.VelocityX..]);
        Put(state.Forces[0], rows[OneParticleState.ForceX..]);
        rows[OneParticleState.Energy] = state.PotentialEnergy;

        static void Put(Vec3 vector, Span<double> rows) => (rows[0], rows[1], rows[2]) = (vector.X, vector.Y, vector.Z);
    }

    private static void Write(ReadOnlySpan<double> rows, SimulationState state)
    {
        state.Positions[0] = Take(rows[OneParticleState.X..]);
        state.Forces[0] = Vec3.Zero + Take(rows[OneParticleState.ForceX..]);
        if (TKernel.HasVelocities)
        {
            state.Velocities[0] = Take(rows[OneParticleState.VelocityX..]);
        }

        state.PotentialEnergy = rows[OneParticleState.Energy];

        static Vec3 Take(ReadOnlySpan<double> rows) => new(rows[0], rows[1], rows[2]);
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
