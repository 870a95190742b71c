using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The lanes of a register of 128 bits.</summary>
/// <param name="Value">The register.</param>
public readonly record struct Lanes128<T>(Vector128<T> Value) : IMemoryLanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => Vector128<T>.Count;

    public static bool IsSingle => typeof(T) == typeof(float);

    public double this[int lane] => double.CreateTruncating(Value.GetElement(lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes128<T>(double value) => typeof(T) == typeof(float)
        ? new(Vector128.Create((float)value).As<float, T>())
        : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(a.Value * b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) => new(a.Value / b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a) => new(-a.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> a, Lanes128<T> b, Lanes128<T> c) => typeof(T) == typeof(float)
        ? new(Vector128.FusedMultiplyAdd(a.Value.AsSingle(), b.Value.AsSingle(), c.Value.AsSingle()).As<float, T>())
        : new(Vector128.FusedMultiplyAdd(a.Value.AsDouble(), b.Value.AsDouble(), c.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> a, Lanes128<T> b) => new(Vector128.MinNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> a, Lanes128<T> b) => new(Vector128.MaxNative(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> a) => typeof(T) == typeof(float)
        ? new(Vector128.Round(a.Value.AsSingle()).As<float, T>())
        : new(Vector128.Round(a.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessThan(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThan(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> And(Lanes128<T> mask, Lanes128<T> other) => new(mask.Value & other.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> a, Lanes128<T> b) => new(Vector128.ConditionalSelect(mask.Value, a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes128<T> mask) => mask.Value.AsInt32() != Vector128<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> PowerOfTwo(Lanes128<T> n) => typeof(T) == typeof(float)
        ? new((Vector128.ConvertToInt32Native(n.Value.AsSingle() + Vector128.Create(127f)) << 23).As<int, T>())
        : new((((n.Value.AsDouble() + Vector128.Create(IntegerBias + 1023)).AsInt64() - Vector128.Create(IntegerBias).AsInt64()) << 52).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Split(Lanes128<T> a, out Lanes128<T> mantissa)
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<int> bits = a.Value.AsInt32() + Vector128.Create(LaneBits.One - LaneBits.SqrtHalf);
            mantissa = new(((bits & Vector128.Create(LaneBits.Mantissa)) + Vector128.Create(LaneBits.SqrtHalf)).As<int, T>());
            return new((Vector128.ConvertToSingle(bits >>> 23) - Vector128.Create(127f)).As<float, T>());
        }

        Vector128<long> wide = a.Value.AsInt64() + Vector128.Create(LaneBits.WideOne - LaneBits.WideSqrtHalf);
        mantissa = new(((wide & Vector128.Create(LaneBits.WideMantissa)) + Vector128.Create(LaneBits.WideSqrtHalf)).As<long, T>());
        Vector128<long> exponent = (wide >>> 52) + Vector128.Create(IntegerBias).AsInt64();
        return new((exponent.AsDouble() - Vector128.Create(IntegerBias + 1023)).As<double, T>());
    }

    public static Lanes128<T> Gather(ReadOnlySpan<double> list, Lanes128<T> place)
    {
        Unsafe.SkipInit(out Vector128<T> values);
        for (int lane = 0; lane < Count; lane++)
        {
            values = values.WithElement(lane, T.CreateTruncating(list[int.CreateTruncating(place.Value.GetElement(lane))]));
        }

        return new(values);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T first, int offset) => new(Vector128.LoadUnsafe(in first, (nuint)offset));

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
