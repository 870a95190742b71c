using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>
/// The forces of a small system for many replicas of it side by side, in one box: lane k of particle i is slot i * lanes + k. All pairs are
/// gone through, without lists. Contributions are the integers of a <see cref="ForceField"/> alone, so that forces have the same bits; a
/// replica with one that does not fit is left to that force field.
/// </summary>
internal sealed class ReplicaForces
{
    // Beyond so many steps, fixed-point places of 32 bits are not exact; a force field alone decides then.
    private const double FarthestPlace = 1125899906842624.0;

    private readonly ForceField field;
    private readonly Vec3[] positions;
    private readonly Vec3[] forces;
    private readonly FixedPlaces<int>? narrow;
    private readonly FixedPlaces<long>? wide;
    private readonly ReplicaTerm[] terms;
    private readonly bool[] failed;

    private ReplicaForces(ForceField field, IReadOnlyList<IForceEvaluator> evaluators, ForceQuantum quantum, bool isMixed, int registerWidth)
    {
        this.field = field;
        MolecularSystem system = field.System;
        (Box, Count, Quantum, RegisterWidth) = (system.Box, system.ParticleCount, quantum, registerWidth);
        Lanes = LanesOf(registerWidth);
        Particles = new Particles(Count * Lanes);
        (X, Y, Z) = (new long[Particles.Capacity], new long[Particles.Capacity], new long[Particles.Capacity]);
        (positions, forces, failed) = (new Vec3[Count], new Vec3[Count], new bool[Lanes]);
        double cutoff = evaluators.Select(evaluator => evaluator.NeighborCutoff).DefaultIfEmpty().Max();
        if (cutoff > 0)
        {
            Frame = ClusterFrame.For(Box, cutoff);
            IsMixed = isMixed;
            narrow = IsMixed ? new FixedPlaces<int>(Particles.Capacity) : null;
            wide = IsMixed ? null : new FixedPlaces<long>(Particles.Capacity);
        }

        terms = [.. evaluators.Select(evaluator => evaluator.CreateReplicas(this)!)];
    }

    /// <summary>Particles of a replica.</summary>
    public int Count { get; }

    /// <summary>Number of replicas.</summary>
    public int Lanes { get; }

    /// <summary>Positions and forces by slot.</summary>
    public Particles Particles { get; }

    public Box Box { get; }

    /// <summary>Width of the registers to use [bit]; 0 for single numbers.</summary>
    public int RegisterWidth { get; }

    /// <summary>Quanta of the sums.</summary>
    public ForceQuantum Quantum { get; }

    /// <summary>Whether pairs are computed in single precision.</summary>
    public bool IsMixed { get; }

    /// <summary>The lattice of fixed-point places; null where no pair force needs it.</summary>
    public ClusterFrame? Frame { get; }

    /// <summary>Forces by slot [force quantum].</summary>
    public long[] X { get; }

    public long[] Y { get; }

    public long[] Z { get; }

    /// <summary>The forces of a field for replicas in the box of the system's start; null where a term has no lanes.</summary>
    public static ReplicaForces? Create(
        ForceField field, IReadOnlyList<IForceEvaluator> evaluators, ForceQuantum quantum, bool isMixed, int registerWidth)
    {
        ReplicaForces made = new(field, evaluators, quantum, isMixed, registerWidth);
        return made.terms.Contains(null) ? null : made;
    }

    /// <summary>Number of replicas side by side: as many as single-precision numbers in a register.</summary>
    public static int LanesOf(int registerWidth) => Math.Max(2, registerWidth / 32);

    /// <summary>Fixed-point places by slot, in 32 (int) or 64 (long) bits.</summary>
    public FixedPlaces<TInt> Places<TInt>()
        where TInt : unmanaged => typeof(TInt) == typeof(int) ? (FixedPlaces<TInt>)(object)narrow! : (FixedPlaces<TInt>)(object)wide!;

    /// <summary>Says that replicas have a contribution that has no value or does not fit.</summary>
    /// <param name="mask">The lanes.</param>
    /// <param name="first">The first of the lanes.</param>
    public void Fail<TReal>(TReal mask, int first)
        where TReal : struct, ILanes<TReal>
    {
        if (!TReal.Any(mask))
        {
            return;
        }

        TReal ones = TReal.Select(mask, 1, 0);
        for (int lane = 0; lane < TReal.Count; lane++)
        {
            failed[first + lane] |= ones[lane] != 0;
        }
    }

    /// <summary>Computes forces at the positions into <see cref="Particles"/>.</summary>
    /// <param name="wanted">Whether the forces in a lane matter.</param>
    /// <param name="fault">Is told of lanes that have no finite forces.</param>
    public void Compute(Predicate<int> wanted, Action<int, SimulationException> fault)
    {
        failed.AsSpan().Clear();
        if (Frame is not null)
        {
            narrow?.Update(Particles, Frame, 0, Particles.Capacity);
            wide?.Update(Particles, Frame, 0, Particles.Capacity);
            CheckPlaces();
        }

        foreach (ReplicaTerm term in terms)
        {
            term.Add(this);
        }

        Collect(X, Particles.ForceX);
        Collect(Y, Particles.ForceY);
        Collect(Z, Particles.ForceZ);
        for (int lane = 0; lane < Lanes; lane++)
        {
            if (failed[lane] && wanted(lane))
            {
                ComputeAlone(lane, fault);
            }
        }
    }

    /// <summary>Potential energy of a frame [energy], as a run alone computes it at its start.</summary>
    public double EnergyOf(Frame frame) => field.EvaluateUnchecked(frame.Positions, frame.Box, forces);

    private void ComputeAlone(int lane, Action<int, SimulationException> fault)
    {
        for (int i = 0; i < Count; i++)
        {
            int slot = (i * Lanes) + lane;
            positions[i] = new Vec3(Particles.X[slot], Particles.Y[slot], Particles.Z[slot]);
        }

        try
        {
            field.EvaluateForces(positions, Box, forces);
        }
        catch (SimulationException error)
        {
            fault(lane, error);
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            int slot = (i * Lanes) + lane;
            (Particles.ForceX[slot], Particles.ForceY[slot], Particles.ForceZ[slot]) = (forces[i].X, forces[i].Y, forces[i].Z);
        }
    }

    // Integers of places that are not numbers look like any other.
    private void CheckPlaces()
    {
        double smallest = Math.Min(Frame!.Spacings.X, Math.Min(Frame.Spacings.Y, Frame.Spacings.Z));
        Vector256<double> limit = Vector256.Create(FarthestPlace / FixedPlaces<int>.Steps * smallest / 3);
        Vector256<double> inside = Vector256<double>.AllBitsSet;
        for (int slot = 0; slot < Particles.Capacity; slot += 4)
        {
            inside &= Vector256.LessThan(Vector256.Abs(At(Particles.X, slot)), limit)
                & Vector256.LessThan(Vector256.Abs(At(Particles.Y, slot)), limit)
                & Vector256.LessThan(Vector256.Abs(At(Particles.Z, slot)), limit);
        }

        if (inside.AsInt64() == Vector256<long>.AllBitsSet)
        {
            return;
        }

        for (int slot = 0; slot < Count * Lanes; slot++)
        {
            double farthest = Math.Max(Math.Abs(Particles.X[slot]), Math.Max(Math.Abs(Particles.Y[slot]), Math.Abs(Particles.Z[slot])));
            failed[slot % Lanes] |= !(farthest < limit[0]);
        }
    }

    private void Collect(long[] sums, double[] target)
    {
        Vector256<double> quantum = Vector256.Create(Quantum.Force);
        ref long sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref double force = ref MemoryMarshal.GetArrayDataReference(target);
        for (nuint slot = 0; slot < (nuint)sums.Length; slot += 4)
        {
            (Vector256.ConvertToDouble(Vector256.LoadUnsafe(ref sum, slot)) * quantum).StoreUnsafe(ref force, slot);
            Vector256<long>.Zero.StoreUnsafe(ref sum, slot);
        }
    }

    private static Vector256<double> At(double[] values, int slot) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)slot);
}
