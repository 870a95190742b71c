using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Double precision and 64-bit fixed point, one pair at a time: the scalar twin of the others.</summary>
internal readonly struct DoubleScalar : IClusterArithmetic<Lane<double>, long, long>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long LoadOther(ref long eight, int lane) => Unsafe.Add(ref eight, lane & 7);

    public static void Spread(ref long four, ref long lanes)
    {
        for (int lane = 0; lane < 32; lane++)
        {
            Unsafe.Add(ref lanes, lane) = Unsafe.Add(ref four, lane >> 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Difference(ref long lanes, int lane, long other) => new(unchecked(Unsafe.Add(ref lanes, lane) - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Mask(uint bits, int lane) => new((bits >> lane) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Round(Lane<double> value) => (long)Math.Round(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(long a, long b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(ref long lanes, int lane, long value) => Unsafe.Add(ref lanes, lane) += value;

    public static long Sum(ref long eight)
    {
        long sum = 0;
        for (int k = 0; k < 8; k++)
        {
            sum += Unsafe.Add(ref eight, k);
        }

        return sum;
    }

    public static long Sum(long value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, long value, int shift) => Unsafe.Add(ref eight, lane & 7) -= (long)value << shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Look(ReadOnlySpan<double> table, int types, ref int four, ref int eight, int lane) =>
        table[(Unsafe.Add(ref four, lane >> 3) * types) + Unsafe.Add(ref eight, lane & 7)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Products(ref double four, ref double eight, int lane) =>
        Unsafe.Add(ref four, lane >> 3) * Unsafe.Add(ref eight, lane & 7);
}
