using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>Single precision and 32-bit fixed point, one pair at a time: the scalar twin of the others.</summary>
internal readonly struct MixedScalar : IClusterArithmetic<Lane<float>, int, int>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadOther(ref int eight, int lane) => Unsafe.Add(ref eight, lane & 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadOwn(ref int own) => own;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Difference(int own, int other) => new(unchecked(own - other));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Mask(uint bits, int lane) => new((bits >> lane) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Round(Lane<float> value) => (int)MathF.Round(value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(int a, int b) => a + b;

    public static long Sum(int value, int row) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SubtractFrom(ref long eight, int lane, int value, int shift) => Unsafe.Add(ref eight, lane & 7) -= (long)value << shift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane) =>
        table[(Unsafe.Add(ref own, lane >> 3) * types) + Unsafe.Add(ref eight, lane & 7)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<float> Products(ref double own, ref double eight, int lane) =>
        Unsafe.Add(ref own, lane >> 3) * Unsafe.Add(ref eight, lane & 7);
}
