using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// The loop over tiles of 4 x 8 pairs. Each pair's force is rounded to an integer before it is added to one particle and subtracted from
/// the other, so that sums are exact and have the same bits in any order, on any number of threads, in registers of any width.
/// </summary>
internal sealed class TileKernel<TPotential, TArithmetic, TReal, TInt, TVector> : ClusterKernel
    where TPotential : struct, IPairPotential<TPotential>
    where TArithmetic : struct, IClusterArithmetic<TReal, TInt, TVector>
    where TReal : unmanaged, ILanes<TReal>
    where TInt : unmanaged
    where TVector : struct
{
    // Integers of single precision would not fit longer sums of forces that are each below 2^26.
    private const int TilesPerFlush = 16;

    private readonly PairParameters<TPotential> potentials;
    private readonly Particles particles;
    private readonly Neighborhood neighborhood;
    private readonly int[] typeOf;
    private readonly double[] charges;
    private readonly int[] types;
    private readonly PairExtremes ordinary;
    private long version = -1;
    private double[] slotCharges = [];
    private readonly Dictionary<ForceQuantum, double> closestWithin = [];
    private double closestAllowed;

    public TileKernel(PairParameters<TPotential> potentials, Particles particles, Neighborhood neighborhood, int[] typeOf, double[] charges)
    {
        (this.potentials, this.particles, this.neighborhood) = (potentials, particles, neighborhood);
        (this.typeOf, this.charges) = (typeOf, charges);
        types = new int[particles.Capacity];
        slotCharges = new double[TPotential.UsesCharges ? particles.Capacity : 0];
        ordinary = potentials.Ordinary();
    }

    private interface IChoice
    {
        static abstract bool Value { get; }
    }

    // A vector covers part of a row of eight, a row, or two rows.
    private static int Step
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.Count > 8 ? TReal.Count : 8;
    }

    // Of the integer that a pair's force is rounded to: 16 of them fit an integer of the lanes.
    private static int Bits => TReal.IsSingle ? 26 : 58;

    private static int Parts
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.Count > 8 ? 1 : 8 / TReal.Count;
    }

    /// <summary>Follows the particles to their slots; before the threads start.</summary>
    public override void Prepare(ForceQuantum quantum)
    {
        if (version != neighborhood.Version)
        {
            version = neighborhood.Version;
            for (int slot = 0; slot < particles.Count; slot++)
            {
                types[slot] = typeOf[particles.IdOf[slot]];
                if (TPotential.UsesCharges)
                {
                    slotCharges[slot] = charges[particles.IdOf[slot]];
                }
            }
        }

        if (!closestWithin.TryGetValue(quantum, out closestAllowed))
        {
            (double force, double energy, double virial) = Quanta(quantum);
            double largest = 1L << Bits;
            closestAllowed = closestWithin[quantum] = potentials.ClosestWithin(new(largest * force, largest * energy, largest * virial));
        }
    }

    public override void Search(ClusterSearch search, ClusterPairs pairs, int from, int to)
    {
        if (neighborhood.Frame.IsRectangular)
        {
            Search<Rectangular>(search, pairs, from, to);
        }
        else
        {
            Search<Oblique>(search, pairs, from, to);
        }
    }

    public override void Prune(ClusterPairs pairs, ClusterPairs kept, double range)
    {
        if (neighborhood.Frame.IsRectangular)
        {
            Prune<Rectangular>(pairs, kept, range);
        }
        else
        {
            Prune<Oblique>(pairs, kept, range);
        }
    }

    public override void Evaluate(ClusterPairs pairs, ForceSum sum)
    {
        switch (neighborhood.Frame.IsRectangular, potentials.IsUniform, sum.WantsEnergy)
        {
            case (true, true, false):
                Evaluate<Rectangular, Yes, No>(pairs, sum);
                break;
            case (true, true, true):
                Evaluate<Rectangular, Yes, Yes>(pairs, sum);
                break;
            case (true, false, false):
                Evaluate<Rectangular, No, No>(pairs, sum);
                break;
            case (true, false, true):
                Evaluate<Rectangular, No, Yes>(pairs, sum);
                break;
            case (false, true, false):
                Evaluate<Oblique, Yes, No>(pairs, sum);
                break;
            case (false, true, true):
                Evaluate<Oblique, Yes, Yes>(pairs, sum);
                break;
            case (false, false, false):
                Evaluate<Oblique, No, No>(pairs, sum);
                break;
            default:
                Evaluate<Oblique, No, Yes>(pairs, sum);
                break;
        }
    }

    // So many quanta are what an ordinary pair needs at most; but never finer than the quanta of the sums.
    private (double Force, double Energy, double Virial) Quanta(ForceQuantum quantum)
    {
        return (Coarser(ordinary.Force, quantum.Force), Coarser(ordinary.Energy, quantum.Energy), Coarser(ordinary.Virial, quantum.Energy));

        static double Coarser(double largest, double quantum) =>
            largest > 0 ? Math.Max(quantum, Math.ScaleB(1, Math.ILogB(largest) + 1 - Bits)) : quantum;
    }

    private void FillCell(Span<TReal> cell)
    {
        ClusterFrame frame = neighborhood.Frame;
        double step = 1 / FixedPlaces<TInt>.Steps;
        for (int axis = 0; axis < 3; axis++)
        {
            cell[axis] = frame.A[axis] * step;
            cell[3 + axis] = frame.B[axis] * step;
            cell[6 + axis] = frame.C[axis] * step;
        }
    }

    private void Search<TCell>(ClusterSearch search, ClusterPairs pairs, int from, int to)
        where TCell : struct, ICellShape
    {
        FixedPlaces<TInt> places = neighborhood.Places<TInt>();
        Span<TReal> cell = stackalloc TReal[9];
        FillCell(cell);
        Span<TInt> rowX = stackalloc TInt[32], rowY = stackalloc TInt[32], rowZ = stackalloc TInt[32];

        // A little more than the range makes up for the rounding of distances.
        TReal range2 = search.Range * search.Range * (1 + 1e-5);
        search.Begin();
        for (int cluster = from; cluster < to; cluster++)
        {
            ReadOnlySpan<int> near = search.Near(cluster);
            for (int slot = 8 * cluster; slot < Math.Min((8 * cluster) + 8, particles.Count); slot += 4)
            {
                search.SelectRow(slot);
                TArithmetic.Spread(ref places.X[slot], ref rowX[0]);
                TArithmetic.Spread(ref places.Y[slot], ref rowY[0]);
                TArithmetic.Spread(ref places.Z[slot], ref rowZ[0]);
                foreach (int other in near)
                {
                    if (IsNear<TCell>(places, rowX, rowY, rowZ, other, range2, ref cell[0]))
                    {
                        pairs.Add(other, search.Mask(slot, other));
                    }
                }

                pairs.EndRow(slot);
            }
        }
    }

    private void Prune<TCell>(ClusterPairs pairs, ClusterPairs kept, double range)
        where TCell : struct, ICellShape
    {
        FixedPlaces<TInt> places = neighborhood.Places<TInt>();
        Span<TReal> cell = stackalloc TReal[9];
        FillCell(cell);
        Span<TInt> rowX = stackalloc TInt[32], rowY = stackalloc TInt[32], rowZ = stackalloc TInt[32];
        TReal range2 = range * range * (1 + 1e-5);
        ReadOnlySpan<int> clusters = pairs.Clusters;
        ReadOnlySpan<uint> masks = pairs.Masks;
        kept.Clear();
        foreach (ClusterPairs.Row row in pairs.Rows)
        {
            TArithmetic.Spread(ref places.X[row.Slot], ref rowX[0]);
            TArithmetic.Spread(ref places.Y[row.Slot], ref rowY[0]);
            TArithmetic.Spread(ref places.Z[row.Slot], ref rowZ[0]);
            int plain = -1;
            for (int tile = row.Start; tile < row.End; tile++)
            {
                plain = tile == row.Plain ? kept.Count : plain;
                if (IsNear<TCell>(places, rowX, rowY, rowZ, clusters[tile], range2, ref cell[0]))
                {
                    kept.Keep(clusters[tile], masks[tile]);
                }
            }

            kept.EndRow(row.Slot, plain < 0 ? kept.Count : plain);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNear<TCell>(
        FixedPlaces<TInt> places, Span<TInt> rowX, Span<TInt> rowY, Span<TInt> rowZ, int other, TReal range2, ref TReal cell)
        where TCell : struct, ICellShape
    {
        TReal least = double.MaxValue;
        for (int part = 0; part < Parts; part++)
        {
            int first = part * TReal.Count;
            TVector x = TArithmetic.LoadOther(ref places.X[8 * other], first);
            TVector y = TArithmetic.LoadOther(ref places.Y[8 * other], first);
            TVector z = TArithmetic.LoadOther(ref places.Z[8 * other], first);
            for (int lane = first; lane < 32; lane += Step)
            {
                TReal dx = TArithmetic.Difference(ref rowX[0], lane, x);
                TReal dy = TArithmetic.Difference(ref rowY[0], lane, y);
                TReal dz = TArithmetic.Difference(ref rowZ[0], lane, z);
                TCell.ToSpace(ref dx, ref dy, ref dz, ref cell);
                least = TReal.Min(least, TReal.MultiplyAdd(dx, dx, TReal.MultiplyAdd(dy, dy, dz * dz)));
            }
        }

        return TReal.Any(TReal.LessThan(least, range2));
    }

    private void Evaluate<TCell, TUniform, TEnergy>(ClusterPairs pairs, ForceSum sum)
        where TCell : struct, ICellShape
        where TUniform : struct, IChoice
        where TEnergy : struct, IChoice
    {
        FixedPlaces<TInt> places = neighborhood.Places<TInt>();
        ref TInt placeX = ref MemoryMarshal.GetArrayDataReference(places.X);
        ref TInt placeY = ref MemoryMarshal.GetArrayDataReference(places.Y);
        ref TInt placeZ = ref MemoryMarshal.GetArrayDataReference(places.Z);
        ref long forceX = ref MemoryMarshal.GetArrayDataReference(sum.X);
        ref long forceY = ref MemoryMarshal.GetArrayDataReference(sum.Y);
        ref long forceZ = ref MemoryMarshal.GetArrayDataReference(sum.Z);
        Span<TInt> work = stackalloc TInt[6 * 32];
        ref TInt rowX = ref work[0], rowY = ref work[32], rowZ = ref work[64];
        ref TInt ownX = ref work[96], ownY = ref work[128], ownZ = ref work[160];
        Span<TReal> numbers = stackalloc TReal[9 + PairParameters<TPotential>.ParameterCount + 1];
        ref TReal cell = ref numbers[0], parameters = ref numbers[9];
        FillCell(numbers[..9]);
        for (int k = 0; k <= PairParameters<TPotential>.ParameterCount; k++)
        {
            numbers[9 + k] = potentials.Tables[k][0];
        }

        (double forceQuantum, double energyQuantum, double virialQuantum) = Quanta(sum.Quantum);
        int shift = Math.ILogB(forceQuantum / sum.Quantum.Force);
        TReal forceScale = 1 / forceQuantum, energyScale = 1 / energyQuantum, virialScale = forceQuantum / virialQuantum;
        TReal closest = double.MaxValue;
        Tally tally = default;
        ReadOnlySpan<double> data = potentials.Data;
        ReadOnlySpan<int> clusters = pairs.Clusters;
        ReadOnlySpan<uint> masks = pairs.Masks;
        foreach (ClusterPairs.Row row in pairs.Rows)
        {
            TArithmetic.Spread(ref Unsafe.Add(ref placeX, row.Slot), ref rowX);
            TArithmetic.Spread(ref Unsafe.Add(ref placeY, row.Slot), ref rowY);
            TArithmetic.Spread(ref Unsafe.Add(ref placeZ, row.Slot), ref rowZ);
            for (int start = row.Start; start < row.End; start += TilesPerFlush)
            {
                work[96..].Clear();
                int end = Math.Min(start + TilesPerFlush, row.End);
                for (int tile = start; tile < end; tile++)
                {
                    int eight = 8 * clusters[tile];
                    uint mask = masks[tile];
                    for (int part = 0; part < Parts; part++)
                    {
                        int first = part * TReal.Count;
                        TVector x = TArithmetic.LoadOther(ref Unsafe.Add(ref placeX, eight), first);
                        TVector y = TArithmetic.LoadOther(ref Unsafe.Add(ref placeY, eight), first);
                        TVector z = TArithmetic.LoadOther(ref Unsafe.Add(ref placeZ, eight), first);
                        TVector otherX = default, otherY = default, otherZ = default;
                        for (int lane = first; lane < 32; lane += Step)
                        {
                            TReal dx = TArithmetic.Difference(ref rowX, lane, x);
                            TReal dy = TArithmetic.Difference(ref rowY, lane, y);
                            TReal dz = TArithmetic.Difference(ref rowZ, lane, z);
                            TCell.ToSpace(ref dx, ref dy, ref dz, ref cell);
                            TReal r2 = TReal.MultiplyAdd(dx, dx, TReal.MultiplyAdd(dy, dy, dz * dz));
                            if (!TUniform.Value)
                            {
                                Look(ref parameters, row.Slot, eight, lane);
                            }

                            TReal near = TReal.LessThan(r2, Unsafe.Add(ref parameters, PairParameters<TPotential>.ParameterCount));
                            if (tile < row.Plain)
                            {
                                near = TReal.And(near, TArithmetic.Mask(mask, lane));
                                closest = TReal.Min(closest, TReal.Select(near, r2, double.MaxValue));
                            }
                            else
                            {
                                closest = TReal.Min(closest, r2);
                            }

                            TReal charge = TPotential.UsesCharges
                                ? TArithmetic.Products(ref slotCharges[row.Slot], ref slotCharges[eight], lane)
                                : default;
                            TReal energy = TPotential.Evaluate(r2, new Parameters<TReal>(ref parameters, data, charge), out TReal force);
                            force = TReal.Select(near, force * forceScale, 0);
                            TReal fx = force * dx, fy = force * dy, fz = force * dz;
                            TVector quantaX = TArithmetic.Round(fx), quantaY = TArithmetic.Round(fy), quantaZ = TArithmetic.Round(fz);
                            TArithmetic.AddTo(ref ownX, lane, quantaX);
                            TArithmetic.AddTo(ref ownY, lane, quantaY);
                            TArithmetic.AddTo(ref ownZ, lane, quantaZ);
                            otherX = TArithmetic.Add(otherX, quantaX);
                            otherY = TArithmetic.Add(otherY, quantaY);
                            otherZ = TArithmetic.Add(otherZ, quantaZ);
                            if (TEnergy.Value)
                            {
                                tally.Add(
                                    TReal.Select(near, energy * energyScale, 0),
                                    fx * dx * virialScale, fy * dy * virialScale, fz * dz * virialScale,
                                    fx * dy * virialScale, fx * dz * virialScale, fy * dz * virialScale);
                            }
                        }

                        TArithmetic.SubtractFrom(ref Unsafe.Add(ref forceX, eight), first, otherX, shift);
                        TArithmetic.SubtractFrom(ref Unsafe.Add(ref forceY, eight), first, otherY, shift);
                        TArithmetic.SubtractFrom(ref Unsafe.Add(ref forceZ, eight), first, otherZ, shift);
                    }
                }

                for (int i = 0; i < 4; i++)
                {
                    Unsafe.Add(ref forceX, row.Slot + i) += TArithmetic.Sum(ref Unsafe.Add(ref ownX, 8 * i)) << shift;
                    Unsafe.Add(ref forceY, row.Slot + i) += TArithmetic.Sum(ref Unsafe.Add(ref ownY, 8 * i)) << shift;
                    Unsafe.Add(ref forceZ, row.Slot + i) += TArithmetic.Sum(ref Unsafe.Add(ref ownZ, 8 * i)) << shift;
                }
            }
        }

        if (TReal.Any(TReal.LessThan(closest, closestAllowed * closestAllowed)))
        {
            sum.Fail();
        }

        tally.MoveTo(sum, Math.ILogB(energyQuantum / sum.Quantum.Energy), Math.ILogB(virialQuantum / sum.Quantum.Energy));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ref TReal parameters, int four, int eight, int lane)
    {
        for (int k = 0; k <= PairParameters<TPotential>.ParameterCount; k++)
        {
            Unsafe.Add(ref parameters, k) = TArithmetic.Look(potentials.Tables[k], potentials.TypeCount, ref types[four], ref types[eight], lane);
        }
    }

    private struct Tally
    {
        private Int128 energy, xx, yy, zz, xy, xz, yz;

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Add(TReal u, TReal wxx, TReal wyy, TReal wzz, TReal wxy, TReal wxz, TReal wyz)
        {
            energy += TArithmetic.Sum(TArithmetic.Round(u));
            xx += TArithmetic.Sum(TArithmetic.Round(wxx));
            yy += TArithmetic.Sum(TArithmetic.Round(wyy));
            zz += TArithmetic.Sum(TArithmetic.Round(wzz));
            xy += TArithmetic.Sum(TArithmetic.Round(wxy));
            xz += TArithmetic.Sum(TArithmetic.Round(wxz));
            yz += TArithmetic.Sum(TArithmetic.Round(wyz));
        }

        public readonly void MoveTo(ForceSum sum, int energyShift, int shift) =>
            sum.AddQuanta(energy << energyShift, [xx << shift, yy << shift, zz << shift, xy << shift, xz << shift, yz << shift]);
    }

    private readonly struct Yes : IChoice
    {
        public static bool Value => true;
    }

    private readonly struct No : IChoice
    {
        public static bool Value => false;
    }
}
