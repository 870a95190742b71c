using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Double precision and 64-bit fixed point, one pair at a time: the scalar twin of the others.</summary>
internal readonly struct DoubleScalar : IClusterArithmetic<Lane<double>, long, long>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long LoadOther(ref long eight, int lane) => Unsafe.Add(ref eight, lane & 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long LoadOwn(ref long own) => own;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Difference(long own, long other) => new(unchecked(own - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Mask(uint bits, int lane) => new((bits >> lane) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Round(Lane<double> value) => (long)Math.Round(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(long a, long b) => a + b;

    public static long Sum(long value, int row) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, long value, int shift) => Unsafe.Add(ref eight, lane & 7) -= (long)value << shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane) =>
        table[(Unsafe.Add(ref own, lane >> 3) * types) + Unsafe.Add(ref eight, lane & 7)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<double> Products(ref double own, ref double eight, int lane) =>
        Unsafe.Add(ref own, lane >> 3) * Unsafe.Add(ref eight, lane & 7);
}
