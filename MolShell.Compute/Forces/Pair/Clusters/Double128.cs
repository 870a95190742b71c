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
    public static void Spread(ref long four, ref long lanes)
    {
        for (int i = 0; i < 4; i++)
        {
            Vector512.Create(Unsafe.Add(ref four, i)).StoreUnsafe(ref lanes, (nuint)(8 * i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<double> Difference(ref long lanes, int lane, Vector128<long> other) =>
        new(Vector128.ConvertToDouble(Vector128.LoadUnsafe(ref lanes, (nuint)lane) - other));

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
    public static void AddTo(ref long lanes, int lane, Vector128<long> value) =>
        (Vector128.LoadUnsafe(ref lanes, (nuint)lane) + value).StoreUnsafe(ref lanes, (nuint)lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(ref long eight) => Vector512.Sum(Vector512.LoadUnsafe(ref eight));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector128<long> value) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector128<long> value, int shift)
    {
        nuint place = (nuint)(lane & 7);
        (Vector128.LoadUnsafe(ref eight, place) - (value << shift)).StoreUnsafe(ref eight, place);
    }

    public static Lanes128<double> Look(ReadOnlySpan<double> table, int types, ref int four, ref int eight, int lane)
    {
        Span<double> values = stackalloc double[2];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = table[(Unsafe.Add(ref four, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes128<double>.Load(ref values[0], 0);
    }

    public static Lanes128<double> Products(ref double four, ref double eight, int lane)
    {
        Span<double> values = stackalloc double[2];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (Unsafe.Add(ref four, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes128<double>.Load(ref values[0], 0);
    }
}
