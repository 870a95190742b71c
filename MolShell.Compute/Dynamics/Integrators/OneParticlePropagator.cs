using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// One particle in a potential of place. Every operation is that of <see cref="ManyParticlePropagator{TKernel, TReal}"/>, but
/// for the rounding of forces to quanta there; the noise of many steps is made at once.
/// </summary>
internal sealed class OneParticlePropagator<TKernel, TAxes, TPotential>(TKernel kernel, TPotential potential, double mass) : Propagator
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
    where TPotential : struct, IExternalPotential
{
    private readonly ParticleFactors factors = kernel.FactorsFor(mass);
    private readonly PackedPotentials<TPotential> numbers = new(potential);
    private readonly double[] noise = new double[OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.NoiseLength];

    public override bool HasVirials => false;

    public override void Advance(SimulationState state, long steps)
    {
        Span<double> rows = stackalloc double[OneParticleState.Count];
        Read(state, rows);
        for (long end = state.Step + steps; state.Step < end;)
        {
            int count = (int)Math.Min(OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.Chunk, end - state.Step);
            if (TKernel.IsStochastic)
            {
                FillNoise(state, count);
            }

            OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.Advance(kernel, numbers[0], factors, rows, noise, count);
            state.Step += count;
        }

        Write(rows, state);
        Check(state);
    }

    public override void Refresh(SimulationState state)
    {
        Particles particle = state.Particles;
        state.PotentialEnergy = numbers.Evaluate(particle[0], out Vec3 force);
        (particle.ForceX[0], particle.ForceY[0], particle.ForceZ[0]) = (force.X, force.Y, force.Z);
        Check(state);
    }

    private void FillNoise(SimulationState state, int steps)
    {
        Span<double> x = NoiseOf(0, steps), y = NoiseOf(1, steps), z = NoiseOf(2, steps);
        if (steps > 1)
        {
            NoiseLanes.FillSteps(state.Noise, state.Step, 0, x, y, z);
            return;
        }

        // Vectors do not pay for one step, as paths with a frame for each take it; the bits are the same.
        Vec3 deviates = TAxes.Noise(state.Noise, state.Step, 0);
        x[0] = deviates.X;
        if (TAxes.Count > 1)
        {
            y[0] = deviates.Y;
        }

        if (TAxes.Count > 2)
        {
            z[0] = deviates.Z;
        }
    }

    private Span<double> NoiseOf(int axis, int steps) => OneParticleSteps<TKernel, TAxes, TPotential, Lane<double>>.NoiseOf(noise, axis, steps);

    private static void Read(SimulationState state, Span<double> rows)
    {
        Particles particle = state.Particles;
        Put(particle.X, particle.Y, particle.Z, rows[OneParticleState.X..]);
        Put(state.VelocityX, state.VelocityY, state.VelocityZ, rows[OneParticleState.VelocityX..]);
        Put(particle.ForceX, particle.ForceY, particle.ForceZ, rows[OneParticleState.ForceX..]);
        rows[OneParticleState.Energy] = state.PotentialEnergy ?? 0;

        static void Put(double[] x, double[] y, double[] z, Span<double> rows)
        {
            if (x.Length > 0)
            {
                (rows[0], rows[1], rows[2]) = (x[0], y[0], z[0]);
            }
        }
    }

    private static void Write(ReadOnlySpan<double> rows, SimulationState state)
    {
        Particles particle = state.Particles;
        Take(rows[OneParticleState.X..], particle.X, particle.Y, particle.Z);
        Take(rows[OneParticleState.VelocityX..], state.VelocityX, state.VelocityY, state.VelocityZ);
        Take(rows[OneParticleState.ForceX..], particle.ForceX, particle.ForceY, particle.ForceZ);
        state.PotentialEnergy = rows[OneParticleState.Energy];

        static void Take(ReadOnlySpan<double> rows, double[] x, double[] y, double[] z)
        {
            if (x.Length > 0)
            {
                (x[0], y[0], z[0]) = (rows[0], rows[1], rows[2]);
            }
        }
    }

    private static void Check(SimulationState state)
    {
        Vec3 position = state.Particles[0];
        if (!double.IsFinite(state.PotentialEnergy!.Value) || !position.IsFinite())
        {
            string place = FormattableString.Invariant($"{position}, where the energy is {state.PotentialEnergy:g6}");
            throw new SimulationException($"{TPotential.Name} has no finite energy: particle 0 is at {place}.");
        }
    }
}
