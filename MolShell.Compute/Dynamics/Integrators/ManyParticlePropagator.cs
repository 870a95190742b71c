using System.Runtime.InteropServices;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// Any system with any forces. Between two evaluations of the forces the particles are gone through once: the end of one step and the
/// beginning of the next together.
/// </summary>
internal sealed class ManyParticlePropagator<TKernel, TReal> : Propagator
    where TKernel : struct, IIntegratorKernel
    where TReal : struct, IMemoryLanes<TReal, double>, ILanes<TReal>
{
    private readonly TKernel kernel;
    private readonly ForceField field;
    private readonly int dimension;
    private readonly double[] kicks = [];
    private readonly double[] noiseScales = [];
    private readonly bool isUniform;
    private readonly TReal commonKick;
    private readonly TReal commonNoise;
    private readonly Action<int, int> move;
    private readonly Action<int> finish;
    private SimulationState? current;
    private bool finishFirst;

    public ManyParticlePropagator(TKernel kernel, ForceField field)
    {
        (this.kernel, this.field) = (kernel, field);
        dimension = field.System.Topology.Dimension;
        ReadOnlySpan<double> masses = field.System.Topology.Masses.AsSpan();
        isUniform = !masses.ContainsAnyExcept(masses[0]);
        if (isUniform)
        {
            ParticleFactors common = kernel.FactorsFor(masses[0]);
            commonKick = common.Kick;
            commonNoise = common.Noise;
        }
        else
        {
            kicks = field.Particles.AddColumn();
            noiseScales = TKernel.IsStochastic ? field.Particles.AddColumn() : [];
            for (int i = 0; i < field.Particles.Capacity; i++)
            {
                ParticleFactors factors = kernel.FactorsFor(masses[Math.Min(i, masses.Length - 1)]);
                kicks[i] = factors.Kick;
                if (TKernel.IsStochastic)
                {
                    noiseScales[i] = factors.Noise;
                }
            }
        }

        move = Move;
        finish = Finish;
    }

    public override void Advance(SimulationState state, long steps)
    {
        current = state;
        state.PotentialEnergy = null;
        for (long end = state.Step + steps; state.Step < end; state.Step++)
        {
            double energy = field.Step(move, state.WantsEnergy);
            state.PotentialEnergy = state.WantsEnergy ? energy : null;
            finishFirst = TKernel.HasVelocities;
        }
    }

    public override void Synchronize(SimulationState state)
    {
        if (finishFirst)
        {
            field.CollectForces();
            field.Team.Run(finish);
            finishFirst = false;
        }
    }

    public override void Refresh(SimulationState state)
    {
        finishFirst = false;
        state.PotentialEnergy = field.Compute(wantsEnergy: true);
    }

    public override double MeasureEnergy(SimulationState state) => field.Measure();

    private void Move(int from, int to)
    {
        SimulationState state = current!;
        Particles particles = state.Particles;
        int length = to - from;
        Span<double> noise = stackalloc double[3 * ForceField.Block];
        Span<double> noiseX = noise[..length], noiseY = noise.Slice(ForceField.Block, length), noiseZ = noise.Slice(2 * ForceField.Block, length);
        if (TKernel.IsStochastic)
        {
            NoiseLanes.Fill(
                state.Noise,
                state.Step,
                particles.IdOf.AsSpan(from, length),
                noiseX,
                dimension > 1 ? noiseY : default,
                dimension > 2 ? noiseZ : default);
        }

        Move(particles.X, state.VelocityX, particles.ForceX, from, length, noiseX);
        if (dimension > 1)
        {
            Move(particles.Y, state.VelocityY, particles.ForceY, from, length, noiseY);
        }

        if (dimension > 2)
        {
            Move(particles.Z, state.VelocityZ, particles.ForceZ, from, length, noiseZ);
        }
    }

    private void Move(double[] positions, double[] velocities, double[] forces, int slot, int length, ReadOnlySpan<double> noise)
    {
        TKernel formula = kernel;
        ref double position = ref positions[slot];
        ref double velocity = ref TKernel.HasVelocities ? ref velocities[slot] : ref position;
        ref double force = ref forces[slot];
        ref double kick = ref isUniform ? ref force : ref kicks[slot];
        ref double scale = ref isUniform || !TKernel.IsStochastic ? ref force : ref noiseScales[slot];
        ref double deviate = ref MemoryMarshal.GetReference(noise);
        TReal sameKick = commonKick, sameNoise = commonNoise;
        bool first = finishFirst;
        for (int k = 0; k < length; k += TReal.Count)
        {
            TReal f = TReal.Load(ref force, k), x = TReal.Load(ref position, k);
            TReal kicked = isUniform ? sameKick : TReal.Load(ref kick, k), noiseScale = isUniform ? sameNoise : TReal.Load(ref scale, k);
            TReal v = TKernel.HasVelocities ? TReal.Load(ref velocity, k) : default;
            if (first)
            {
                formula.Finish(ref v, f, kicked);
            }

            TReal random = TKernel.IsStochastic ? TReal.Load(ref deviate, k) : default;
            formula.Move(ref x, ref v, f, kicked, noiseScale, random);
            x.Store(ref position, k);
            if (TKernel.HasVelocities)
            {
                v.Store(ref velocity, k);
            }
        }
    }

    private void Finish(int part)
    {
        SimulationState state = current!;
        (int from, int to) = field.Particles.SlotsOf(part, field.Team.Size);
        Finish(state.VelocityX, state.Particles.ForceX, from, to);
        Finish(state.VelocityY, state.Particles.ForceY, from, to);
        Finish(state.VelocityZ, state.Particles.ForceZ, from, to);
    }

    private void Finish(double[] velocities, double[] forces, int from, int to)
    {
        TKernel formula = kernel;
        for (int slot = from; slot < to; slot += TReal.Count)
        {
            TReal v = TReal.Load(ref velocities[slot], 0);
            formula.Finish(ref v, TReal.Load(ref forces[slot], 0), isUniform ? commonKick : TReal.Load(ref kicks[slot], 0));
            v.Store(ref velocities[slot], 0);
        }
    }
}
