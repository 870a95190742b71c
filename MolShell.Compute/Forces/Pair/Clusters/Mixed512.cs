using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Single precision and 32-bit fixed point in registers of 512 bits.</summary>
internal readonly struct Mixed512 : IClusterArithmetic<Lanes512<float>, int, Vector512<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadOther(ref int eight, int lane)
    {
        Vector256<int> row = Vector256.LoadUnsafe(ref eight);
        return Vector512.Create(row, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spread(ref int four, ref int lanes)
    {
        for (int i = 0; i < 4; i++)
        {
            Vector256.Create(Unsafe.Add(ref four, i)).StoreUnsafe(ref lanes, (nuint)(8 * i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<float> Difference(ref int lanes, int lane, Vector512<int> other) =>
        new(Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref lanes, (nuint)lane) - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<float> Mask(uint bits, int lane)
    {
        Vector512<int> bit = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return new(Vector512.Equals(Vector512.Create((int)(bits >> lane)) & bit, bit).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Round(Lanes512<float> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(value.Value)
        : Vector512.ConvertToInt32Native(Vector512.Round(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> a, Vector512<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref int lanes, int lane, Vector512<int> value) =>
        (Vector512.LoadUnsafe(ref lanes, (nuint)lane) + value).StoreUnsafe(ref lanes, (nuint)lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(ref int eight)
    {
        Vector256<int> row = Vector256.LoadUnsafe(ref eight);
        return Vector256.Sum(Vector256.WidenLower(row) + Vector256.WidenUpper(row));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector512<int> value) => Vector512.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector512<int> value, int shift)
    {
        Vector256<int> row = value.GetLower() + value.GetUpper();
        Vector512<long> wide = Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Int64(row)
            : Vector512.Create(Vector256.WidenLower(row), Vector256.WidenUpper(row));
        (Vector512.LoadUnsafe(ref eight) - (wide << shift)).StoreUnsafe(ref eight);
    }

    public static Lanes512<float> Look(ReadOnlySpan<double> table, int types, ref int four, ref int eight, int lane)
    {
        Span<float> values = stackalloc float[16];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)table[(Unsafe.Add(ref four, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes512<float>.Load(ref values[0], 0);
    }

    public static Lanes512<float> Products(ref double four, ref double eight, int lane)
    {
        Span<float> values = stackalloc float[16];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)(Unsafe.Add(ref four, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes512<float>.Load(ref values[0], 0);
    }
}
