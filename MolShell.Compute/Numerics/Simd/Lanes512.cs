using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The lanes of a register of 512 bits.</summary>
/// <param name="Value">The register.</param>
public readonly record struct Lanes512<T>(Vector512<T> Value) : IMemoryLanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => Vector512<T>.Count;

    public static bool IsSingle => typeof(T) == typeof(float);

    public double this[int lane] => double.CreateTruncating(Value.GetElement(lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes512<T>(double value) => typeof(T) == typeof(float)
        ? new(Vector512.Create((float)value).As<float, T>())
        : new(Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> a, Lanes512<T> b, Lanes512<T> c) => typeof(T) == typeof(float)
        ? new(Vector512.FusedMultiplyAdd(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>())
        : new(Vector512.FusedMultiplyAdd(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MinNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> a, Lanes512<T> b) => new(Vector512.MaxNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> a) => typeof(T) == typeof(float)
        ? new(Vector512.Round(a.Value.AsSingle()).As<float, T>())
        : new(Vector512.Round(a.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessThan(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> And(Lanes512<T> mask, Lanes512<T> other) => new(mask.Value & other.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> a, Lanes512<T> b) => new(Vector512.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes512<T> mask) => mask.Value.AsInt32() != Vector512<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> PowerOfTwo(Lanes512<T> n) => typeof(T) == typeof(float)
        ? new((Vector512.ConvertToInt32Native(n.Value.AsSingle() + Vector512.Create(127f)) << 23).As<int, T>())
        : new((((n.Value.AsDouble() + Vector512.Create(IntegerBias + 1023)).AsInt64() - Vector512.Create(IntegerBias).AsInt64()) << 52).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Split(Lanes512<T> a, out Lanes512<T> mantissa)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<int> bits = a.Value.AsInt32() + Vector512.Create(LaneBits.One - LaneBits.SqrtHalf);
            mantissa = new(((bits & Vector512.Create(LaneBits.Mantissa)) + Vector512.Create(LaneBits.SqrtHalf)).As<int, T>());
            return new((Vector512.ConvertToSingle(bits >>> 23) - Vector512.Create(127f)).As<float, T>());
        }

        Vector512<long> wide = a.Value.AsInt64() + Vector512.Create(LaneBits.WideOne - LaneBits.WideSqrtHalf);
        mantissa = new(((wide & Vector512.Create(LaneBits.WideMantissa)) + Vector512.Create(LaneBits.WideSqrtHalf)).As<long, T>());
        Vector512<long> exponent = (wide >>> 52) + Vector512.Create(IntegerBias).AsInt64();
        return new((exponent.AsDouble() - Vector512.Create(IntegerBias + 1023)).As<double, T>());
    }

    public static Lanes512<T> Gather(ReadOnlySpan<double> list, Lanes512<T> place)
    {
        Unsafe.SkipInit(out Vector512<T> values);
        for (int lane = 0; lane < Count; lane++)
        {
            values = values.WithElement(lane, T.CreateTruncating(list[int.CreateTruncating(place.Value.GetElement(lane))]));
        }

        return new(values);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T first, int offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset));

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
