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
        Vector512<int> wide = row.ToVector512Unsafe();
        return Avx512F.IsSupported ? Avx512F.Shuffle4x128(wide, wide, 0b01_00_01_00) : Vector512.Create(row, row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LoadOwn(ref int own) =>
        Vector512.Create(Vector256.Create(own), Vector256.Create(Unsafe.Add(ref own, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<float> Difference(Vector512<int> own, Vector512<int> other) => new(Vector512.ConvertToSingle(own - other));

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
    public static long Sum(Vector512<int> value, int row)
    {
        // Odd and even lanes side by side in 64 bits.
        Vector512<long> sums = (value.AsInt64() >> 32) + ((value.AsInt64() << 32) >> 32);
        return Vector256.Sum(row == 0 ? sums.GetLower() : sums.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector512<int> value, int shift)
    {
        Vector256<int> row = value.GetLower() + value.GetUpper();
        Vector512<long> wide = Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Int64(row)
            : Vector512.Create(Vector256.WidenLower(row), Vector256.WidenUpper(row));
        (Vector512.LoadUnsafe(ref eight) - (wide << shift)).StoreUnsafe(ref eight);
    }

    public static Lanes512<float> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane)
    {
        Span<float> values = stackalloc float[16];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)table[(Unsafe.Add(ref own, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes512<float>.Load(ref values[0], 0);
    }

    public static Lanes512<float> Products(ref double own, ref double eight, int lane)
    {
        Span<float> values = stackalloc float[16];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)(Unsafe.Add(ref own, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes512<float>.Load(ref values[0], 0);
    }
}
