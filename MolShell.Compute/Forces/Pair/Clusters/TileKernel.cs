using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// The loop over tiles of 1 x 8 or 2 x 8 pairs. Each pair's force is rounded to an integer before it is added to one particle and subtracted from
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
    private const int TilesPerFlush = 31;

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
        types = new int[potentials.IsUniform ? 0 : particles.Capacity];
        slotCharges = new double[TPotential.UsesCharges ? particles.Capacity : 0];
        ordinary = potentials.Ordinary();
    }

    private interface IChoice
    {
        static abstract bool Value { get; }
    }

    // A vector covers two rows of eight, or one, or part of one.
    private static int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TReal.Count > 8 ? 2 : 1;
    }

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
            for (int slot = 0; slot < types.Length && slot < particles.Count; slot++)
            {
                types[slot] = typeOf[particles.IdOf[slot]];
            }

            for (int slot = 0; slot < slotCharges.Length && slot < particles.Count; slot++)
            {
                slotCharges[slot] = charges[particles.IdOf[slot]];
            }
        }

        if (!closestWithin.TryGetValue(quantum, out closestAllowed))
        {
            closestAllowed = closestWithin[quantum] = potentials.ClosestWithin(QuantaFor(quantum).Largest);
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

    private PairQuanta QuantaFor(ForceQuantum sums) => PairQuanta.For(ordinary, sums, TReal.IsSingle);

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
        Span<TReal> cell = stackalloc TReal[9];
        FillCell(cell);
        TReal range2 = SquareOf(search.Range);
        search.Begin();
        pairs.Begin(8 * from, 8 * (to - from), Rows);
        for (int cluster = from; cluster < to; cluster++)
        {
            ReadOnlySpan<int> around = search.Near(cluster);
            for (int slot = 8 * cluster; slot < (8 * cluster) + 8; slot += Rows)
            {
                search.EndRow(pairs, slot, Near<TCell>(slot, around, ref search.Hits[0], range2, ref cell[0]));
            }
        }
    }

    private void Prune<TCell>(ClusterPairs pairs, ClusterPairs kept, double range)
        where TCell : struct, ICellShape
    {
        Span<TReal> cell = stackalloc TReal[9];
        FillCell(cell);
        TReal range2 = SquareOf(range);
        int slot = pairs.FirstSlot, start = 0, masked = 0;
        kept.Begin(slot, pairs.Height * pairs.Rows.Length, pairs.Height);
        foreach (ClusterPairs.Row row in pairs.Rows)
        {
            for (int tile = start; tile < row.Plain; tile++, masked++)
            {
                int near = 0;
                if (Near<TCell>(slot, pairs.Clusters.Slice(tile, 1), ref near, range2, ref cell[0]) != 0)
                {
                    kept.Add(near, pairs.Masks[masked]);
                }
            }

            ReadOnlySpan<int> plain = pairs.Clusters[row.Plain..row.End];
            kept.EndRow(Near<TCell>(slot, plain, ref kept.Reserve(plain.Length), range2, ref cell[0]));
            (start, slot) = (row.End, slot + pairs.Height);
        }
    }

    // A little more than the range makes up for the rounding of distances.
    private TReal SquareOf(double range) => neighborhood.Frame.Shows(range) ? range * range * (1 + 1e-5) : double.PositiveInfinity;

    // Writes down those of some clusters that have particles near those of a row, without a branch that depends on it.
    private int Near<TCell>(int slot, ReadOnlySpan<int> clusters, ref int found, TReal range2, ref TReal cell)
        where TCell : struct, ICellShape
    {
        FixedPlaces<TInt> places = neighborhood.Places<TInt>();
        ref TInt placeX = ref MemoryMarshal.GetArrayDataReference(places.X);
        ref TInt placeY = ref MemoryMarshal.GetArrayDataReference(places.Y);
        ref TInt placeZ = ref MemoryMarshal.GetArrayDataReference(places.Z);
        TVector ownX = TArithmetic.LoadOwn(ref Unsafe.Add(ref placeX, slot));
        TVector ownY = TArithmetic.LoadOwn(ref Unsafe.Add(ref placeY, slot));
        TVector ownZ = TArithmetic.LoadOwn(ref Unsafe.Add(ref placeZ, slot));
        int count = 0;
        foreach (int cluster in clusters)
        {
            TReal least = range2;
            for (int part = 0; part < Parts; part++)
            {
                TReal dx = TArithmetic.Difference(ownX, TArithmetic.LoadOther(ref Unsafe.Add(ref placeX, 8 * cluster), part * TReal.Count));
                TReal dy = TArithmetic.Difference(ownY, TArithmetic.LoadOther(ref Unsafe.Add(ref placeY, 8 * cluster), part * TReal.Count));
                TReal dz = TArithmetic.Difference(ownZ, TArithmetic.LoadOther(ref Unsafe.Add(ref placeZ, 8 * cluster), part * TReal.Count));
                TCell.ToSpace(ref dx, ref dy, ref dz, ref cell);
                least = TReal.Min(least, TReal.MultiplyAdd(dx, dx, TReal.MultiplyAdd(dy, dy, dz * dz)));
            }

            Unsafe.Add(ref found, count) = cluster;
            count += TReal.Any(TReal.LessThan(least, range2)) ? 1 : 0;
        }

        return count;
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
        Span<TReal> numbers = stackalloc TReal[9 + PairParameters<TPotential>.ParameterCount + 1];
        ref TReal cell = ref numbers[0], parameters = ref numbers[9];
        FillCell(numbers[..9]);
        for (int k = 0; k <= PairParameters<TPotential>.ParameterCount; k++)
        {
            numbers[9 + k] = potentials.Tables[k][0];
        }

        PairQuanta quanta = QuantaFor(sum.Quantum);
        int shift = Math.ILogB(quanta.Force / sum.Quantum.Force);
        TReal forceScale = 1 / quanta.Force, energyScale = 1 / quanta.Energy, virialScale = quanta.Force / quanta.Virial;
        TReal closest = double.MaxValue;
        Tally tally = default;
        ReadOnlySpan<double> data = potentials.Data;
        ReadOnlySpan<int> clusters = pairs.Clusters;
        ReadOnlySpan<ushort> masks = pairs.Masks;
        int top = pairs.FirstSlot, begin = 0, masked = 0;
        foreach (ClusterPairs.Row row in pairs.Rows)
        {
            for (int strip = 0; strip < pairs.Height; strip += Rows)
            {
                int slot = top + strip;
                TVector ownX = TArithmetic.LoadOwn(ref Unsafe.Add(ref placeX, slot));
                TVector ownY = TArithmetic.LoadOwn(ref Unsafe.Add(ref placeY, slot));
                TVector ownZ = TArithmetic.LoadOwn(ref Unsafe.Add(ref placeZ, slot));
                for (int start = begin; start < row.End; start += TilesPerFlush)
                {
                    TVector sumX = default, sumY = default, sumZ = default;
                    int end = Math.Min(start + TilesPerFlush, row.End);
                    for (int tile = start; tile < end; tile++)
                    {
                        int eight = 8 * clusters[tile];
                        for (int first = 0; first < 8; first += TReal.Count)
                        {
                            TReal dx = TArithmetic.Difference(ownX, TArithmetic.LoadOther(ref Unsafe.Add(ref placeX, eight), first));
                            TReal dy = TArithmetic.Difference(ownY, TArithmetic.LoadOther(ref Unsafe.Add(ref placeY, eight), first));
                            TReal dz = TArithmetic.Difference(ownZ, TArithmetic.LoadOther(ref Unsafe.Add(ref placeZ, eight), first));
                            TCell.ToSpace(ref dx, ref dy, ref dz, ref cell);
                            TReal r2 = TReal.MultiplyAdd(dx, dx, TReal.MultiplyAdd(dy, dy, dz * dz));
                            if (!TUniform.Value)
                            {
                                Look(ref parameters, slot, eight, first);
                            }

                            TReal cutoff2 = Unsafe.Add(ref parameters, PairParameters<TPotential>.ParameterCount);
                            if (tile < row.Plain)
                            {
                                // Pairs that do not interact are as far as those at the cutoff.
                                r2 = TReal.Select(TArithmetic.Mask((uint)masks[masked + tile - begin] >> (8 * strip), first), r2, cutoff2);
                            }

                            TReal near = TReal.LessThan(r2, cutoff2);
                            closest = TReal.Min(closest, TUniform.Value ? r2 : TReal.Select(near, r2, double.MaxValue));
                            TReal charge = TPotential.UsesCharges
                                ? TArithmetic.Products(ref slotCharges[slot], ref slotCharges[eight], first)
                                : default;
                            TReal energy = TPotential.Evaluate(r2, new Parameters<TReal>(ref parameters, data, charge), out TReal force);
                            force = TReal.Select(near, force * forceScale, 0);
                            TReal fx = force * dx, fy = force * dy, fz = force * dz;
                            TVector quantaX = TArithmetic.Round(fx), quantaY = TArithmetic.Round(fy), quantaZ = TArithmetic.Round(fz);
                            sumX = TArithmetic.Add(sumX, quantaX);
                            sumY = TArithmetic.Add(sumY, quantaY);
                            sumZ = TArithmetic.Add(sumZ, quantaZ);
                            TArithmetic.SubtractFrom(ref Unsafe.Add(ref forceX, eight), first, quantaX, shift);
                            TArithmetic.SubtractFrom(ref Unsafe.Add(ref forceY, eight), first, quantaY, shift);
                            TArithmetic.SubtractFrom(ref Unsafe.Add(ref forceZ, eight), first, quantaZ, shift);
                            if (TEnergy.Value)
                            {
                                tally.Add(
                                    TReal.Select(near, energy * energyScale, 0),
                                    fx * dx * virialScale, fy * dy * virialScale, fz * dz * virialScale,
                                    fx * dy * virialScale, fx * dz * virialScale, fy * dz * virialScale);
                            }
                        }
                    }

                    for (int i = 0; i < Rows; i++)
                    {
                        Unsafe.Add(ref forceX, slot + i) += TArithmetic.Sum(sumX, i) << shift;
                        Unsafe.Add(ref forceY, slot + i) += TArithmetic.Sum(sumY, i) << shift;
                        Unsafe.Add(ref forceZ, slot + i) += TArithmetic.Sum(sumZ, i) << shift;
                    }
                }
            }

            masked += row.Plain - begin;
            (begin, top) = (row.End, top + pairs.Height);
        }

        if (TReal.Any(TReal.LessThan(closest, closestAllowed * closestAllowed)))
        {
            sum.Fail();
        }

        tally.MoveTo(sum, Math.ILogB(quanta.Energy / sum.Quantum.Energy), Math.ILogB(quanta.Virial / sum.Quantum.Energy));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ref TReal parameters, int own, int eight, int lane)
    {
        for (int k = 0; k <= PairParameters<TPotential>.ParameterCount; k++)
        {
            Unsafe.Add(ref parameters, k) = TArithmetic.Look(potentials.Tables[k], potentials.TypeCount, ref types[own], ref types[eight], lane);
        }
    }

    private struct Tally
    {
        private Int128 energy, xx, yy, zz, xy, xz, yz;

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Add(TReal u, TReal wxx, TReal wyy, TReal wzz, TReal wxy, TReal wxz, TReal wyz)
        {
            energy += Sum(u);
            xx += Sum(wxx);
            yy += Sum(wyy);
            zz += Sum(wzz);
            xy += Sum(wxy);
            xz += Sum(wxz);
            yz += Sum(wyz);
        }

        private static long Sum(TReal value)
        {
            TVector quanta = TArithmetic.Round(value);
            return TArithmetic.Sum(quanta, 0) + (Rows > 1 ? TArithmetic.Sum(quanta, 1) : 0);
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
