using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Single precision and 32-bit fixed point in registers of 256 bits.</summary>
internal readonly struct Mixed256 : IClusterArithmetic<Lanes256<float>, int, Vector256<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadOther(ref int eight, int lane) => Vector256.LoadUnsafe(ref eight, (nuint)(lane & 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> LoadOwn(ref int own) => Vector256.Create(own);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<float> Difference(Vector256<int> own, Vector256<int> other) => new(Vector256.ConvertToSingle(own - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<float> Mask(uint bits, int lane)
    {
        Vector256<int> bit = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        return new(Vector256.Equals(Vector256.Create((int)(bits >> lane)) & bit, bit).AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Round(Lanes256<float> value) => Avx.IsSupported
        ? Avx.ConvertToVector256Int32(value.Value)
        : Vector256.ConvertToInt32Native(Vector256.Round(value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> a, Vector256<int> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Sum(Vector256<int> value, int row) => Vector256.Sum((value.AsInt64() >> 32) + ((value.AsInt64() << 32) >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector256<int> value, int shift)
    {
        (Vector256.LoadUnsafe(ref eight) - (Vector256.WidenLower(value) << shift)).StoreUnsafe(ref eight);
        (Vector256.LoadUnsafe(ref eight, 4) - (Vector256.WidenUpper(value) << shift)).StoreUnsafe(ref eight, 4);
    }

    public static Lanes256<float> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane)
    {
        Span<float> values = stackalloc float[8];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)table[(Unsafe.Add(ref own, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes256<float>.Load(ref values[0], 0);
    }

    public static Lanes256<float> Products(ref double own, ref double eight, int lane)
    {
        Span<float> values = stackalloc float[8];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)(Unsafe.Add(ref own, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes256<float>.Load(ref values[0], 0);
    }
}
