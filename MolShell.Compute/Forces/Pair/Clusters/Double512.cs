using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Double precision and 64-bit fixed point in registers of 512 bits.</summary>
internal readonly struct Double512 : IClusterArithmetic<Lanes512<double>, long, Vector512<long>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadOther(ref long eight, int lane) => Vector512.LoadUnsafe(ref eight, (nuint)(lane & 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadOwn(ref long own) => Vector512.Create(own);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<double> Difference(Vector512<long> own, Vector512<long> other) => new(Vector512.ConvertToDouble(own - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<double> Mask(uint bits, int lane)
    {
        Vector512<long> bit = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);
        return new(Vector512.Equals(Vector512.Create((long)(bits >> lane)) & bit, bit).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Round(Lanes512<double> value) => LaneRounding.Nearest(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Add(Vector512<long> a, Vector512<long> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector512<long> value, int row) => Vector512.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector512<long> value, int shift)
    {
        nuint place = (nuint)(lane & 7);
        (Vector512.LoadUnsafe(ref eight, place) - (value << shift)).StoreUnsafe(ref eight, place);
    }

    public static Lanes512<double> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane)
    {
        Span<double> values = stackalloc double[8];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = table[(Unsafe.Add(ref own, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes512<double>.Load(ref values[0], 0);
    }

    public static Lanes512<double> Products(ref double own, ref double eight, int lane)
    {
        Span<double> values = stackalloc double[8];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (Unsafe.Add(ref own, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes512<double>.Load(ref values[0], 0);
    }
}
