using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Single precision and 32-bit fixed point, one pair at a time: the scalar twin of the others.</summary>
internal readonly struct MixedScalar : IClusterArithmetic<Lane<float>, int, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadOther(ref int eight, int lane) => Unsafe.Add(ref eight, lane & 7);

    public static void Spread(ref int four, ref int lanes)
    {
        for (int lane = 0; lane < 32; lane++)
        {
            Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref four, lane >> 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Difference(ref int lanes, int lane, int other) => new(unchecked(Unsafe.Add(ref lanes, lane) - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Mask(uint bits, int lane) => new((bits >> lane) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Round(Lane<float> value) => (int)MathF.Round(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(int a, int b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref int lanes, int lane, int value) => Unsafe.Add(ref lanes, lane) += value;

    public static long Sum(ref int eight)
    {
        long sum = 0;
        for (int k = 0; k < 8; k++)
        {
            sum += Unsafe.Add(ref eight, k);
        }

        return sum;
    }

    public static long Sum(int value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, int value, int shift) => Unsafe.Add(ref eight, lane & 7) -= (long)value << shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Look(ReadOnlySpan<double> table, int types, ref int four, ref int eight, int lane) =>
        table[(Unsafe.Add(ref four, lane >> 3) * types) + Unsafe.Add(ref eight, lane & 7)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Products(ref double four, ref double eight, int lane) =>
        Unsafe.Add(ref four, lane >> 3) * Unsafe.Add(ref eight, lane & 7);
}
