using System.Numerics;
using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>One number as a single lane: the scalar twin of the vector registers.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Lane<T>(T Value) : IMemoryLanes<Lane<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static bool IsSingle => typeof(T) == typeof(float);

    // The conversions of generic arithmetic are many calls to inline, and the compiler stops inlining when there are too many.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Number(double value)
    {
        float narrow = (float)value;
        return typeof(T) == typeof(float) ? Unsafe.As<float, T>(ref narrow) : Unsafe.As<double, T>(ref value);
    }

    // A mask is a number that is not zero.
    private static Lane<T> True => new(T.One);

    public double this[int lane] => double.CreateTruncating(Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane<T>(double value) => new(Number(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator +(Lane<T> a, Lane<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator -(Lane<T> a, Lane<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator *(Lane<T> a, Lane<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator /(Lane<T> a, Lane<T> b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator -(Lane<T> a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> MultiplyAdd(Lane<T> a, Lane<T> b, Lane<T> c) => new(T.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Sqrt(Lane<T> a) => new(T.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Abs(Lane<T> a) => new(T.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Min(Lane<T> a, Lane<T> b) => a.Value < b.Value ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Max(Lane<T> a, Lane<T> b) => a.Value > b.Value ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Round(Lane<T> a) => new(T.Round(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> LessThan(Lane<T> a, Lane<T> b) => a.Value < b.Value ? True : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> And(Lane<T> mask, Lane<T> other) => new(mask.Value * other.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Select(Lane<T> mask, Lane<T> a, Lane<T> b) => mask.Value != T.Zero ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane<T> mask) => mask.Value != T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> PowerOfTwo(Lane<T> n) => typeof(T) == typeof(float)
        ? new(T.CreateTruncating(BitConverter.Int32BitsToSingle((int.CreateTruncating(n.Value) + 127) << 23)))
        : new(T.CreateTruncating(BitConverter.Int64BitsToDouble((long.CreateTruncating(n.Value) + 1023) << 52)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Split(Lane<T> a, out Lane<T> mantissa)
    {
        if (typeof(T) == typeof(float))
        {
            int bits = BitConverter.SingleToInt32Bits(float.CreateTruncating(a.Value)) + (LaneBits.One - LaneBits.SqrtHalf);
            mantissa = new(T.CreateTruncating(BitConverter.Int32BitsToSingle((bits & LaneBits.Mantissa) + LaneBits.SqrtHalf)));
            return (double)((bits >>> 23) - 127);
        }

        long wide = BitConverter.DoubleToInt64Bits(double.CreateTruncating(a.Value)) + (LaneBits.WideOne - LaneBits.WideSqrtHalf);
        mantissa = new(T.CreateTruncating(BitConverter.Int64BitsToDouble((wide & LaneBits.WideMantissa) + LaneBits.WideSqrtHalf)));
        return (double)((wide >>> 52) - 1023);
    }

    public static Lane<T> Gather(ReadOnlySpan<double> list, Lane<T> place) => new(T.CreateTruncating(list[int.CreateTruncating(place.Value)]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Load(ref readonly T first, int offset) => new(Unsafe.Add(ref Unsafe.AsRef(in first), offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T first, int offset) => Unsafe.Add(ref first, offset) = Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRounded(ref long first, int offset) => Unsafe.Add(ref first, offset) = (long)Math.Round(this[0]);
}
