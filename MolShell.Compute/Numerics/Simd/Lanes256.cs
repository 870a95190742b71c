using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The lanes of a register of 256 bits.</summary>
/// <param name="Value">The register.</param>
public readonly record struct Lanes256<T>(Vector256<T> Value) : IMemoryLanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => Vector256<T>.Count;

    public static bool IsSingle => typeof(T) == typeof(float);

    public double this[int lane] => double.CreateTruncating(Value.GetElement(lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes256<T>(double value) => typeof(T) == typeof(float)
        ? new(Vector256.Create((float)value).As<float, T>())
        : new(Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> a, Lanes256<T> b, Lanes256<T> c) => typeof(T) == typeof(float)
        ? new(Vector256.FusedMultiplyAdd(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>())
        : new(Vector256.FusedMultiplyAdd(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MinNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> a, Lanes256<T> b) => new(Vector256.MaxNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> a) => typeof(T) == typeof(float)
        ? new(Vector256.Round(a.Value.AsSingle()).As<float, T>())
        : new(Vector256.Round(a.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessThan(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> And(Lanes256<T> mask, Lanes256<T> other) => new(mask.Value & other.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> a, Lanes256<T> b) => new(Vector256.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes256<T> mask) => mask.Value.AsInt32() != Vector256<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> PowerOfTwo(Lanes256<T> n) => typeof(T) == typeof(float)
        ? new((Vector256.ConvertToInt32Native(n.Value.AsSingle() + Vector256.Create(127f)) << 23).As<int, T>())
        : new((((n.Value.AsDouble() + Vector256.Create(IntegerBias + 1023)).AsInt64() - Vector256.Create(IntegerBias).AsInt64()) << 52).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Split(Lanes256<T> a, out Lanes256<T> mantissa)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<int> bits = a.Value.AsInt32() + Vector256.Create(LaneBits.One - LaneBits.SqrtHalf);
            mantissa = new(((bits & Vector256.Create(LaneBits.Mantissa)) + Vector256.Create(LaneBits.SqrtHalf)).As<int, T>());
            return new((Vector256.ConvertToSingle(bits >>> 23) - Vector256.Create(127f)).As<float, T>());
        }

        Vector256<long> wide = a.Value.AsInt64() + Vector256.Create(LaneBits.WideOne - LaneBits.WideSqrtHalf);
        mantissa = new(((wide & Vector256.Create(LaneBits.WideMantissa)) + Vector256.Create(LaneBits.WideSqrtHalf)).As<long, T>());
        Vector256<long> exponent = (wide >>> 52) + Vector256.Create(IntegerBias).AsInt64();
        return new((exponent.AsDouble() - Vector256.Create(IntegerBias + 1023)).As<double, T>());
    }

    public static Lanes256<T> Gather(ReadOnlySpan<double> list, Lanes256<T> place)
    {
        Unsafe.SkipInit(out Vector256<T> values);
        for (int lane = 0; lane < Count; lane++)
        {
            values = values.WithElement(lane, T.CreateTruncating(list[int.CreateTruncating(place.Value.GetElement(lane))]));
        }

        return new(values);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T first, int offset) => new(Vector256.LoadUnsafe(in first, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref T first, int offset) => Value.StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreRounded(ref long first, int offset)
    {
        if (typeof(T) == typeof(double))
        {
            LaneRounding.Nearest(Value.AsDouble()).StoreUnsafe(ref first, (nuint)offset);
            return;
        }

        for (int lane = 0; lane < Count; lane++)
        {
            Unsafe.Add(ref first, offset + lane) = (long)Math.Round(this[lane]);
        }
    }

    // Added to a small integer it leaves that integer in the low bits of the sum.
    private const double IntegerBias = 6755399441055744.0;
}
