using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>
/// The replicas that one thread runs at a time, one in each lane. Every operation is that of
/// <see cref="ManyParticlePropagator{TKernel, TReal}"/>. A replica that begins waits for one evaluation of the forces, while the others make
/// a step.
/// </summary>
internal sealed class ReplicaGroup<TKernel, TWords, TReal>
    where TKernel : struct, IIntegratorKernel
    where TWords : struct, IWords<TWords, TReal>
    where TReal : struct, IMemoryLanes<TReal, double>, ILanes<TReal>
{
    private readonly TKernel kernel;
    private readonly SingleReplicas single;
    private readonly ParticleFactors[] factors;
    private readonly ReplicaForces forces;
    private readonly Particles particles;
    private readonly MolecularSystem system;
    private readonly IntegratorSettings settings;
    private readonly int interval;
    private readonly double[] velocityX;
    private readonly double[] velocityY;
    private readonly double[] velocityZ;
    private readonly double[] noise;
    private readonly ReplicaLane[] lanes;
    private readonly ulong[] keys;
    private readonly ulong[] steps;
    private readonly bool[] isFresh;
    private readonly Predicate<int> wanted;
    private readonly Action<int, SimulationException> fault;

    /// <param name="kernel">The integrator.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="system">What moves.</param>
    /// <param name="forces">The forces on replicas.</param>
    /// <param name="interval">Steps from one point to the next.</param>
    /// <param name="single">Runs replicas in other boxes.</param>
    public ReplicaGroup(
        TKernel kernel, IntegratorSettings settings, MolecularSystem system, ReplicaForces forces, int interval, SingleReplicas single)
    {
        (this.kernel, this.settings, this.system, this.forces, this.interval, this.single) = (kernel, settings, system, forces, interval, single);
        particles = forces.Particles;
        factors = [.. system.Topology.Masses.Select(kernel.FactorsFor)];
        (velocityX, velocityY, velocityZ) = (particles.AddColumn(), particles.AddColumn(), particles.AddColumn());
        noise = new double[TKernel.IsStochastic ? system.Topology.Dimension * particles.Capacity : 0];
        lanes = [.. Enumerable.Range(0, forces.Lanes).Select(_ => new ReplicaLane(system, settings, forces.EnergyOf))];
        (keys, steps, isFresh) = (new ulong[lanes.Length], new ulong[lanes.Length], new bool[lanes.Length]);
        wanted = lane => !lanes[lane].IsFree;
        fault = (lane, error) => lanes[lane].End(isFresh[lane] ? error : error.At((long)steps[lane] - 1));
    }

    public void Run(Func<IReplica?> next, CancellationToken cancellation)
    {
        while (true)
        {
            bool asks = true;
            int busy = 0;
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                while (lanes[lane].IsFree && asks)
                {
                    asks = next() is { } replica && Take(replica, lane, cancellation);
                }

                busy += lanes[lane].IsFree ? 0 : 1;
            }

            if (busy == 0)
            {
                return;
            }

            do
            {
                cancellation.ThrowIfCancellationRequested();
                Step();
            }
            while (HandOn() == busy);
        }
    }

    // Always true, as there was one.
    private bool Take(IReplica replica, int lane, CancellationToken cancellation)
    {
        if (replica.Start.Box != forces.Box)
        {
            IReplica? only = replica;
            single.Run(() => Interlocked.Exchange(ref only, null), interval, cancellation);
            return true;
        }

        lanes[lane].Take(replica);
        keys[lane] = replica.Key.Derive(RandomStream.Thermostat).Value;
        isFresh[lane] = true;
        return true;
    }

    private void Step()
    {
        Move();
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            steps[lane] = isFresh[lane] ? 0 : steps[lane] + 1;
            if (isFresh[lane])
            {
                Write(lanes[lane].Positions, particles.X, particles.Y, particles.Z, lane);
            }
        }

        forces.Compute(wanted, fault);
        if (TKernel.HasVelocities)
        {
            Finish();
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                if (isFresh[lane])
                {
                    Write(lanes[lane].Velocities, velocityX, velocityY, velocityZ, lane);
                }
            }
        }
    }

    // Gives the number of replicas that go on.
    private int HandOn()
    {
        int busy = 0;
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            if (!lanes[lane].IsFree && steps[lane] % (ulong)interval == 0)
            {
                if (!isFresh[lane])
                {
                    Read(lanes[lane].Positions, particles.X, particles.Y, particles.Z, lane);
                    Read(lanes[lane].Velocities, velocityX, velocityY, velocityZ, lane);
                }

                lanes[lane].HandOn((long)steps[lane], 0);
            }

            busy += lanes[lane].IsFree ? 0 : 1;
            isFresh[lane] = false;
        }

        return busy;
    }

    private void Write(ReadOnlySpan<Vec3> vectors, double[] x, double[] y, double[] z, int lane)
    {
        for (int i = 0; i < vectors.Length; i++)
        {
            int slot = (i * lanes.Length) + lane;
            (x[slot], y[slot], z[slot]) = (vectors[i].X, vectors[i].Y, vectors[i].Z);
        }
    }

    private void Read(Span<Vec3> vectors, double[] x, double[] y, double[] z, int lane)
    {
        for (int i = 0; i < vectors.Length; i++)
        {
            int slot = (i * lanes.Length) + lane;
            vectors[i] = new Vec3(x[slot], y[slot], z[slot]);
        }
    }

    private void Move()
    {
        int dimension = system.Topology.Dimension, length = forces.Count * lanes.Length, stride = particles.Capacity;
        if (TKernel.IsStochastic)
        {
            NoiseLanes.Fill<Address, TWords, TReal>(
                new Address(keys, steps),
                noise.AsSpan(0, length),
                dimension > 1 ? noise.AsSpan(stride, length) : default,
                dimension > 2 ? noise.AsSpan(2 * stride, length) : default);
        }

        Move(particles.X, velocityX, particles.ForceX, 0);
        if (dimension > 1)
        {
            Move(particles.Y, velocityY, particles.ForceY, stride);
        }

        if (dimension > 2)
        {
            Move(particles.Z, velocityZ, particles.ForceZ, 2 * stride);
        }
    }

    private void Move(double[] positions, double[] velocities, double[] acting, int noiseStart)
    {
        TKernel formula = kernel;
        ref double position = ref MemoryMarshal.GetArrayDataReference(positions);
        ref double velocity = ref MemoryMarshal.GetArrayDataReference(velocities);
        ref double force = ref MemoryMarshal.GetArrayDataReference(acting);
        ref double deviate = ref MemoryMarshal.GetArrayDataReference(noise);
        for (int i = 0; i < factors.Length; i++)
        {
            TReal kick = factors[i].Kick, scale = factors[i].Noise;
            for (int slot = i * lanes.Length; slot < (i + 1) * lanes.Length; slot += TReal.Count)
            {
                TReal x = TReal.Load(in position, slot), v = TReal.Load(in velocity, slot);
                TReal random = TKernel.IsStochastic ? TReal.Load(in deviate, noiseStart + slot) : default;
                formula.Move(ref x, ref v, TReal.Load(in force, slot), kick, scale, random);
                x.Store(ref position, slot);
                v.Store(ref velocity, slot);
            }
        }
    }

    private void Finish()
    {
        Finish(velocityX, particles.ForceX);
        Finish(velocityY, particles.ForceY);
        Finish(velocityZ, particles.ForceZ);
    }

    private void Finish(double[] velocities, double[] acting)
    {
        TKernel formula = kernel;
        ref double velocity = ref MemoryMarshal.GetArrayDataReference(velocities);
        ref double force = ref MemoryMarshal.GetArrayDataReference(acting);
        for (int i = 0; i < factors.Length; i++)
        {
            TReal kick = factors[i].Kick;
            for (int slot = i * lanes.Length; slot < (i + 1) * lanes.Length; slot += TReal.Count)
            {
                TReal v = TReal.Load(in velocity, slot);
                formula.Finish(ref v, TReal.Load(in force, slot), kick);
                v.Store(ref velocity, slot);
            }
        }
    }

    // Places are particles times lanes; each lane has its key and its step.
    private readonly ref struct Address(ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> steps) : INoiseAddress
    {
        private readonly ReadOnlySpan<ulong> keys = keys;
        private readonly ReadOnlySpan<ulong> steps = steps;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (T Key, T Step, T Particle) At<T, TNumbers>(int i)
            where T : struct, IWords<T, TNumbers>
            where TNumbers : struct, ILanes<TNumbers>
        {
            (int particle, int lane) = Math.DivRem(i, keys.Length);
            return (T.Load(in MemoryMarshal.GetReference(keys), lane), T.Load(in MemoryMarshal.GetReference(steps), lane), (ulong)particle);
        }
    }
}
