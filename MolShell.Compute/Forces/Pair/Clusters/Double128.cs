using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Double precision and 64-bit fixed point in registers of 128 bits.</summary>
internal readonly struct Double128 : IClusterArithmetic<Lanes128<double>, long, Vector128<long>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadOther(ref long eight, int lane) => Vector128.LoadUnsafe(ref eight, (nuint)(lane & 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> LoadOwn(ref long own) => Vector128.Create(own);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<double> Difference(Vector128<long> own, Vector128<long> other) => new(Vector128.ConvertToDouble(own - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<double> Mask(uint bits, int lane)
    {
        Vector128<long> bit = Vector128.Create(1L, 2);
        return new(Vector128.Equals(Vector128.Create((long)(bits >> lane)) & bit, bit).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Round(Lanes128<double> value) => LaneRounding.Nearest(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Add(Vector128<long> a, Vector128<long> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector128<long> value, int row) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector128<long> value, int shift)
    {
        nuint place = (nuint)(lane & 7);
        (Vector128.LoadUnsafe(ref eight, place) - (value << shift)).StoreUnsafe(ref eight, place);
    }

    public static Lanes128<double> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane)
    {
        Span<double> values = stackalloc double[2];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = table[(Unsafe.Add(ref own, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes128<double>.Load(ref values[0], 0);
    }

    public static Lanes128<double> Products(ref double own, ref double eight, int lane)
    {
        Span<double> values = stackalloc double[2];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (Unsafe.Add(ref own, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes128<double>.Load(ref values[0], 0);
    }
}
