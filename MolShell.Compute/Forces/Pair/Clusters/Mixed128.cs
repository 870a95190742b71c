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
    public static Vector128<int> LoadOwn(ref int own) => Vector128.Create(own);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<float> Difference(Vector128<int> own, Vector128<int> other) => new(Vector128.ConvertToSingle(own - other));

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
    public static long Sum(Vector128<int> value, int row) => Vector128.Sum((value.AsInt64() >> 32) + ((value.AsInt64() << 32) >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, Vector128<int> value, int shift)
    {
        nuint place = (nuint)(lane & 7);
        (Vector128.LoadUnsafe(ref eight, place) - (Vector128.WidenLower(value) << shift)).StoreUnsafe(ref eight, place);
        (Vector128.LoadUnsafe(ref eight, place + 2) - (Vector128.WidenUpper(value) << shift)).StoreUnsafe(ref eight, place + 2);
    }

    public static Lanes128<float> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane)
    {
        Span<float> values = stackalloc float[4];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)table[(Unsafe.Add(ref own, (lane + k) >> 3) * types) + Unsafe.Add(ref eight, (lane + k) & 7)];
        }

        return Lanes128<float>.Load(ref values[0], 0);
    }

    public static Lanes128<float> Products(ref double own, ref double eight, int lane)
    {
        Span<float> values = stackalloc float[4];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = (float)(Unsafe.Add(ref own, (lane + k) >> 3) * Unsafe.Add(ref eight, (lane + k) & 7));
        }

        return Lanes128<float>.Load(ref values[0], 0);
    }
}
