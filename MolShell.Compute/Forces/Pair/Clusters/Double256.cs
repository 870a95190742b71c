using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Double precision and 64-bit fixed point in registers of 256 bits.</summary>
internal readonly struct Double256 : IClusterArithmetic<Lanes256<double>, long, Vector256<long>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadOther(ref long eight, int lane) => Vector256.LoadUnsafe(ref eight, (nuint)(lane & 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadOwn(ref long own) => Vector256.Create(own);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<double> Difference(Vector256<long> own, Vector256<long> other) => new(Vector256.ConvertToDouble(own - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<double> Mask(uint bits, int lane)
    {
        Vector256<long> bit = Vector256.Create(1L, 2, 4, 8);
        return new(Vector256.Equals(Vector256.Create((long)(bits >> lane)) & bit, bit).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Round(Lanes256<double> value) => LaneRounding.Nearest(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Add(Vector256<long> a, Vector256<long> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector256<long> value, int row) => Vector256.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector256<long> value, int shift)
    {
        nuint place = (nuint)(lane & 7);
        (Vector256.LoadUnsafe(ref eight, place) - (value << shift)).StoreUnsafe(ref eight, place);
    }

    public static Lanes256<double> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane)
    {
        Span<double> values = stackalloc double[4];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = table[(Unsafe.Add(ref own, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes256<double>.Load(ref values[0], 0);
    }

    public static Lanes256<double> Products(ref double own, ref double eight, int lane)
    {
        Span<double> values = stackalloc double[4];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (Unsafe.Add(ref own, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes256<double>.Load(ref values[0], 0);
    }
}
