using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Replicas of one particle in a potential of place, one in each lane.</summary>
internal sealed class OneParticleReplicas<TKernel, TAxes, TPotential, TWords, TReal>(
    TKernel kernel, TPotential potential, MolecularSystem system, IntegratorSettings settings) : ReplicaRunner
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
    where TPotential : struct, IExternalPotential
    where TWords : struct, IWords<TWords, TReal>
    where TReal : struct, ILanes<TReal>, IMemoryLanes<TReal, double>
{
    private readonly PackedPotentials<TPotential, TReal> numbers = new(potential);
    private readonly PackedPotentials<TPotential> single = new(potential);
    private readonly ParticleFactors factors = kernel.FactorsFor(system.Topology.Masses[0]);

    public override int Lanes => TReal.Count;

    public override void Run(Func<IReplica?> next, int interval, CancellationToken cancellation)
    {
        Span<double> state = stackalloc double[OneParticleState.Count * TReal.Count];
        Span<double> noise = stackalloc double[OneParticleSteps<TKernel, TAxes, TPotential, TReal>.NoiseLength];
        Span<ulong> keys = stackalloc ulong[TReal.Count];
        Span<ulong> steps = stackalloc ulong[TReal.Count];
        ReplicaLane[] lanes = [.. Enumerable.Range(0, TReal.Count).Select(_ => new ReplicaLane(system, settings, EnergyOf))];
        bool asks = true;
        while (true)
        {
            bool any = false;
            for (int k = 0; k < TReal.Count; k++)
            {
                while (lanes[k].IsFree && asks)
                {
                    asks = next() is { } replica && Begin(lanes[k], replica, state, k, out keys[k], out steps[k]);
                }

                any |= !lanes[k].IsFree;
            }

            if (!any)
            {
                return;
            }

            Advance(interval, state, noise, keys, steps, cancellation);
            for (int k = 0; k < TReal.Count; k++)
            {
                if (!lanes[k].IsFree)
                {
                    Read(state, k, lanes[k]);
                    HandOn(lanes[k], (long)steps[k], state[(OneParticleState.Energy * TReal.Count) + k]);
                    asks |= lanes[k].IsFree;
                }
            }
        }
    }

    // A replica may end where it begins. Always true, as there was one.
    private bool Begin(ReplicaLane lane, IReplica replica, Span<double> state, int at, out ulong key, out ulong step)
    {
        lane.Take(replica);
        (key, step) = (replica.Key.Derive(RandomStream.Thermostat).Value, 0);
        double energy = single.Evaluate(lane.Positions[0], out Vec3 force);
        Put(lane.Positions[0], state, OneParticleState.X, at);
        Put(TKernel.HasVelocities ? lane.Velocities[0] : Vec3.Zero, state, OneParticleState.VelocityX, at);
        Put(Vec3.Zero + force, state, OneParticleState.ForceX, at);
        state[(OneParticleState.Energy * TReal.Count) + at] = energy;
        HandOn(lane, 0, energy);
        return true;
    }

    private static void HandOn(ReplicaLane lane, long step, double energy)
    {
        Vec3 position = lane.Positions[0];
        if (!double.IsFinite(energy) || !position.IsFinite())
        {
            string place = FormattableString.Invariant($"{position}, where the energy is {energy:g6}");
            lane.End(new SimulationException($"{TPotential.Name} has no finite energy: particle 0 is at {place}.").At(step));
            return;
        }

        lane.HandOn(step, energy);
    }

    private static void Read(ReadOnlySpan<double> state, int at, ReplicaLane lane)
    {
        lane.Positions[0] = Take(state, OneParticleState.X, at);
        if (TKernel.HasVelocities)
        {
            lane.Velocities[0] = Take(state, OneParticleState.VelocityX, at);
        }
    }

    private double EnergyOf(Frame start) => single.Evaluate(start.Positions[0], out _);

    private void Advance(
        int count, Span<double> state, Span<double> noise, ReadOnlySpan<ulong> keys, Span<ulong> steps, CancellationToken cancellation)
    {
        while (count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int chunk = Math.Min(count, OneParticleSteps<TKernel, TAxes, TPotential, TReal>.Chunk);
            if (TKernel.IsStochastic)
            {
                NoiseLanes.Fill<Address, TWords, TReal>(
                    new Address(keys, steps), NoiseOf(noise, 0, chunk), NoiseOf(noise, 1, chunk), NoiseOf(noise, 2, chunk));
            }

            OneParticleSteps<TKernel, TAxes, TPotential, TReal>.Advance(kernel, numbers[0], factors, state, noise, chunk);
            foreach (ref ulong step in steps)
            {
                step += (ulong)chunk;
            }

            count -= chunk;
        }
    }

    private static Span<double> NoiseOf(Span<double> noise, int axis, int steps) =>
        OneParticleSteps<TKernel, TAxes, TPotential, TReal>.NoiseOf(noise, axis, steps);

    private static Vec3 Take(ReadOnlySpan<double> state, int row, int lane) => new(
        state[(row * TReal.Count) + lane], state[((row + 1) * TReal.Count) + lane], state[((row + 2) * TReal.Count) + lane]);

    private static void Put(Vec3 vector, Span<double> state, int row, int lane)
    {
        state[(row * TReal.Count) + lane] = vector.X;
        state[((row + 1) * TReal.Count) + lane] = vector.Y;
        state[((row + 2) * TReal.Count) + lane] = vector.Z;
    }

    // Places are steps times lanes; each lane has its key and its step.
    private readonly ref struct Address(ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> steps) : INoiseAddress
    {
        private readonly ReadOnlySpan<ulong> keys = keys;
        private readonly ReadOnlySpan<ulong> steps = steps;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (T Key, T Step, T Particle) At<T, TNumbers>(int i)
            where T : struct, IWords<T, TNumbers>
            where TNumbers : struct, ILanes<TNumbers> => (
                T.Load(in MemoryMarshal.GetReference(keys), 0),
                T.Load(in MemoryMarshal.GetReference(steps), 0) + (ulong)(i / TNumbers.Count),
                0);
    }
}
