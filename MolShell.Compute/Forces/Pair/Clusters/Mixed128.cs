using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Single precision and 32-bit fixed point in registers of 128 bits.</summary>
internal readonly struct Mixed128 : IClusterArithmetic<Lanes128<float>, int, Vector128<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> LoadOther(ref int eight, int lane) => Vector128.LoadUnsafe(ref eight, (nuint)(lane & 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread(ref int four, ref int lanes)
    {
        for (int i = 0; i < 4; i++)
        {
            Vector256.Create(Unsafe.Add(ref four, i)).StoreUnsafe(ref lanes, (nuint)(8 * i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<float> Difference(ref int lanes, int lane, Vector128<int> other) =>
        new(Vector128.ConvertToSingle(Vector128.LoadUnsafe(ref lanes, (nuint)lane) - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<float> Mask(uint bits, int lane)
    {
        Vector128<int> bit = Vector128.Create(1, 2, 4, 8);
        return new(Vector128.Equals(Vector128.Create((int)(bits >> lane)) & bit, bit).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Round(Lanes128<float> value) => Sse2.IsSupported
        ? Sse2.ConvertToVector128Int32(value.Value)
        : Vector128.ConvertToInt32Native(Vector128.Round(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> a, Vector128<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref int lanes, int lane, Vector128<int> value) =>
        (Vector128.LoadUnsafe(ref lanes, (nuint)lane) + value).StoreUnsafe(ref lanes, (nuint)lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(ref int eight)
    {
        Vector256<int> row = Vector256.LoadUnsafe(ref eight);
        return Vector256.Sum(Vector256.WidenLower(row) + Vector256.WidenUpper(row));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector128<int> value) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector128<int> value, int shift)
    {
        nuint place = (nuint)(lane & 7);
        (Vector128.LoadUnsafe(ref eight, place) - (Vector128.WidenLower(value) << shift)).StoreUnsafe(ref eight, place);
        (Vector128.LoadUnsafe(ref eight, place + 2) - (Vector128.WidenUpper(value) << shift)).StoreUnsafe(ref eight, place + 2);
    }

    public static Lanes128<float> Look(ReadOnlySpan<double> table, int types, ref int four, ref int eight, int lane)
    {
        Span<float> values = stackalloc float[4];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)table[(Unsafe.Add(ref four, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes128<float>.Load(ref values[0], 0);
    }

    public static Lanes128<float> Products(ref double four, ref double eight, int lane)
    {
        Span<float> values = stackalloc float[4];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)(Unsafe.Add(ref four, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes128<float>.Load(ref values[0], 0);
    }
}
