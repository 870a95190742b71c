using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Replicas of one particle in a potential of place, one in each lane.</summary>
internal sealed class OneParticleReplicas<TKernel, TAxes, TPotential, TWords, TReal>(
    TKernel kernel, TPotential potential, ParticleFactors factors) : ReplicaRunner
    where TKernel : struct, IIntegratorKernel
    where TAxes : struct, IAxes
    where TPotential : struct, IExternalPotential
    where TWords : struct, IWords<TWords, TReal>
    where TReal : struct, ILanes<TReal>, IMemoryLanes<TReal, double>
{
    private readonly PackedPotentials<TPotential, TReal> numbers = new(potential);
    private readonly PackedPotentials<TPotential> single = new(potential);

    public override void Run(ReplicaQueue queue, CancellationToken cancellation)
    {
        Span<double> state = stackalloc double[OneParticleState.Count * TReal.Count];
        Span<double> noise = stackalloc double[OneParticleSteps<TKernel, TAxes, TPotential, TReal>.NoiseLength];
        Span<ulong> keys = stackalloc ulong[TReal.Count];
        Span<ulong> steps = stackalloc ulong[TReal.Count];
        Span<int> replicas = stackalloc int[TReal.Count];
        replicas.Fill(-1);
        while (true)
        {
            bool any = false;
            for (int lane = 0; lane < TReal.Count; lane++)
            {
                if (replicas[lane] < 0)
                {
                    replicas[lane] = Begin(queue, state, lane, out keys[lane]);
                    steps[lane] = 0;
                }

                any |= replicas[lane] >= 0;
            }

            if (!any)
            {
                return;
            }

            Advance(queue.StopInterval, state, noise, keys, steps, cancellation);
            for (int lane = 0; lane < TReal.Count; lane++)
            {
                if (replicas[lane] >= 0 && Ended(queue, replicas[lane], (long)steps[lane], state, lane))
                {
                    replicas[lane] = -1;
                }
            }
        }
    }

    private static bool Ended(ReplicaQueue queue, int replica, long step, ReadOnlySpan<double> state, int lane)
    {
        Vec3 position = Take(state, OneParticleState.X, lane);
        Vec3 velocity = TKernel.HasVelocities ? Take(state, OneParticleState.VelocityX, lane) : Vec3.Zero;
        return queue.Ended(replica, step, position, velocity, state[(OneParticleState.Energy * TReal.Count) + lane]);
    }

    // Replicas that end where they begin never enter a lane.
    private int Begin(ReplicaQueue queue, Span<double> state, int lane, out ulong key)
    {
        int replica;
        do
        {
            replica = queue.Take();
            if (replica < 0)
            {
                key = 0;
                return -1;
            }

            ReplicaStart start = queue.StartOf(replica);
            key = start.Key.Derive(RandomStream.Thermostat).Value;
            double energy = single.Evaluate(start.Position, out Vec3 force);
            Put(start.Position, state, OneParticleState.X, lane);
            Put(start.Velocity, state, OneParticleState.VelocityX, lane);
            Put(Vec3.Zero + force, state, OneParticleState.ForceX, lane);
            state[(OneParticleState.Energy * TReal.Count) + lane] = energy;
        }
        while (Ended(queue, replica, 0, state, lane));
        return replica;
    }

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
