using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Forces.Pair.Clusters;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The loop over all pairs within a cutoff, each for all replicas at once.</summary>
internal static class PairReplicas
{
    public static ReplicaTerm Create<TPotential>(
        PairParameters<TPotential> potentials, int[] types, double[] charges, Exclusions exclusions, ReplicaForces forces)
        where TPotential : struct, IPairPotential<TPotential>
    {
        ReplicaPairs pairs = ReplicaPairs.Of(potentials, types, charges, exclusions);
        return (forces.IsMixed, forces.RegisterWidth) switch
        {
            (true, 512) => new PairReplicas<TPotential, Lanes512<float>, Fixed512<int, float>, int>(potentials, pairs, forces.Quantum),
            (true, 256) => new PairReplicas<TPotential, Lanes256<float>, Fixed256<int, float>, int>(potentials, pairs, forces.Quantum),
            (true, 128) => new PairReplicas<TPotential, Lanes128<float>, Fixed128<int, float>, int>(potentials, pairs, forces.Quantum),
            (true, _) => new PairReplicas<TPotential, Lane<float>, FixedLane<int, float>, int>(potentials, pairs, forces.Quantum),
            (_, 512) => new PairReplicas<TPotential, Lanes512<double>, Fixed512<long, double>, long>(potentials, pairs, forces.Quantum),
            (_, 256) => new PairReplicas<TPotential, Lanes256<double>, Fixed256<long, double>, long>(potentials, pairs, forces.Quantum),
            (_, 128) => new PairReplicas<TPotential, Lanes128<double>, Fixed128<long, double>, long>(potentials, pairs, forces.Quantum),
            _ => new PairReplicas<TPotential, Lane<double>, FixedLane<long, double>, long>(potentials, pairs, forces.Quantum),
        };
    }
}

/// <summary>
/// The loop for one precision and width of registers. Each pair goes through the operations of
/// <see cref="TileKernel{TPotential, TArithmetic, TReal, TInt, TVector}"/>, from fixed-point places to rounded forces.
/// </summary>
internal sealed class PairReplicas<TPotential, TReal, TFixed, TInt> : ReplicaTerm
    where TPotential : struct, IPairPotential<TPotential>
    where TReal : unmanaged, ILanes<TReal>
    where TFixed : struct, IFixedLanes<TFixed, TReal, TInt>
    where TInt : unmanaged
{
    private readonly ReplicaPairs pairs;
    private readonly PairLanes<TPotential, TReal> numbers;
    private readonly double scale;
    private readonly double closestAllowed;
    private readonly int shift;
    private TInt[] x = [];
    private TInt[] y = [];
    private TInt[] z = [];

    public PairReplicas(PairParameters<TPotential> potentials, ReplicaPairs pairs, ForceQuantum sums)
    {
        this.pairs = pairs;
        numbers = new PairLanes<TPotential, TReal>(potentials, pairs);
        PairQuanta quanta = PairQuanta.For(potentials.Ordinary(), sums, TReal.IsSingle);
        closestAllowed = potentials.ClosestWithin(quanta.Largest);
        (scale, shift) = (1 / quanta.Force, Math.ILogB(quanta.Force / sums.Force));
    }

    public override void Add(ReplicaForces forces)
    {
        if (x.Length == 0)
        {
            (x, y, z) = (new TInt[forces.Particles.Capacity], new TInt[forces.Particles.Capacity], new TInt[forces.Particles.Capacity]);
        }

        if (forces.Frame!.IsRectangular)
        {
            Add<Rectangular>(forces);
        }
        else
        {
            Add<Oblique>(forces);
        }
    }

    private void Add<TCell>(ReplicaForces forces)
        where TCell : struct, ICellShape
    {
        FixedPlaces<TInt> places = forces.Places<TInt>();
        Span<TReal> cell = stackalloc TReal[9];
        FillCell(forces.Frame!, cell);
        Span<TReal> closest = stackalloc TReal[forces.Lanes / TReal.Count];
        closest.Fill(double.MaxValue);
        foreach (ReplicaPairs.Tile tile in pairs.Tiles)
        {
            for (int part = 0; part < closest.Length; part++)
            {
                for (int row = tile.Start; row < tile.End; row++)
                {
                    AddRow<TCell>(places, pairs.Rows[row], forces.Lanes, part * TReal.Count, ref cell[0], ref closest[part]);
                }
            }

            Flush(forces, tile.First);
            if (tile.Second != tile.First)
            {
                Flush(forces, tile.Second);
            }
        }

        for (int part = 0; part < closest.Length; part++)
        {
            forces.Fail(TReal.LessThan(closest[part], closestAllowed * closestAllowed), part * TReal.Count);
        }
    }

    private static void FillCell(ClusterFrame frame, Span<TReal> cell)
    {
        double step = 1 / FixedPlaces<TInt>.Steps;
        for (int axis = 0; axis < 3; axis++)
        {
            cell[axis] = frame.A[axis] * step;
            cell[3 + axis] = frame.B[axis] * step;
            cell[6 + axis] = frame.C[axis] * step;
        }
    }

    private void AddRow<TCell>(FixedPlaces<TInt> places, ReplicaPairs.Row row, int lanes, int lane, ref TReal cell, ref TReal closest)
        where TCell : struct, ICellShape
    {
        ref TInt placeX = ref MemoryMarshal.GetArrayDataReference(places.X);
        ref TInt placeY = ref MemoryMarshal.GetArrayDataReference(places.Y);
        ref TInt placeZ = ref MemoryMarshal.GetArrayDataReference(places.Z);
        ref TInt forceX = ref MemoryMarshal.GetArrayDataReference(x);
        ref TInt forceY = ref MemoryMarshal.GetArrayDataReference(y);
        ref TInt forceZ = ref MemoryMarshal.GetArrayDataReference(z);
        int i = (row.Particle * lanes) + lane;
        TFixed xi = TFixed.Load(in placeX, i), yi = TFixed.Load(in placeY, i), zi = TFixed.Load(in placeZ, i);
        TFixed ownX = default, ownY = default, ownZ = default;
        TReal nearest = closest, forceScale = scale;
        ReadOnlySpan<int> others = pairs.Others.AsSpan(row.Start, row.End - row.Start), kinds = pairs.Kinds.AsSpan(row.Start, others.Length);
        for (int pair = 0; pair < others.Length; pair++)
        {
            int j = (others[pair] * lanes) + lane;
            TReal dx = (xi - TFixed.Load(in placeX, j)).ToReal();
            TReal dy = (yi - TFixed.Load(in placeY, j)).ToReal();
            TReal dz = (zi - TFixed.Load(in placeZ, j)).ToReal();
            TCell.ToSpace(ref dx, ref dy, ref dz, ref cell);
            TReal r2 = TReal.MultiplyAdd(dx, dx, TReal.MultiplyAdd(dy, dy, dz * dz));
            TReal near = TReal.LessThan(r2, numbers.SquaredCutoff(kinds[pair]));
            nearest = TReal.Min(nearest, TReal.Select(near, r2, double.MaxValue));
            TPotential.Evaluate(r2, numbers[kinds[pair]], out TReal force);
            force = TReal.Select(near, force * forceScale, 0);
            TFixed fx = TFixed.Round(force * dx), fy = TFixed.Round(force * dy), fz = TFixed.Round(force * dz);
            ownX += fx;
            ownY += fy;
            ownZ += fz;
            (TFixed.Load(in forceX, j) - fx).Store(ref forceX, j);
            (TFixed.Load(in forceY, j) - fy).Store(ref forceY, j);
            (TFixed.Load(in forceZ, j) - fz).Store(ref forceZ, j);
        }

        (TFixed.Load(in forceX, i) + ownX).Store(ref forceX, i);
        (TFixed.Load(in forceY, i) + ownY).Store(ref forceY, i);
        (TFixed.Load(in forceZ, i) + ownZ).Store(ref forceZ, i);
        closest = nearest;
    }

    private void Flush(ReplicaForces forces, int first)
    {
        int from = first * forces.Lanes, length = Math.Min(ReplicaPairs.Group, forces.Count - first) * forces.Lanes;
        Flush(x.AsSpan(from, length), forces.X.AsSpan(from, length));
        Flush(y.AsSpan(from, length), forces.Y.AsSpan(from, length));
        Flush(z.AsSpan(from, length), forces.Z.AsSpan(from, length));
    }

    private void Flush(Span<TInt> source, Span<long> sums)
    {
        if (typeof(TInt) == typeof(int))
        {
            ReplicaFlush.Add(MemoryMarshal.Cast<TInt, int>(source), sums, shift);
        }
        else
        {
            ReplicaFlush.Add(MemoryMarshal.Cast<TInt, long>(source), sums, shift);
        }

        source.Clear();
    }
}
