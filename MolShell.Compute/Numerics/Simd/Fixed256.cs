using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The integers of a register of 256 bits.</summary>
/// <param name="Value">The register.</param>
internal readonly record struct Fixed256<TInt, TFloat>(Vector256<TInt> Value) : IFixedLanes<Fixed256<TInt, TFloat>, Lanes256<TFloat>, TInt>
    where TInt : unmanaged
    where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed256<TInt, TFloat> operator +(Fixed256<TInt, TFloat> a, Fixed256<TInt, TFloat> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed256<TInt, TFloat> operator -(Fixed256<TInt, TFloat> a, Fixed256<TInt, TFloat> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed256<TInt, TFloat> Round(Lanes256<TFloat> value) => typeof(TInt) == typeof(int)
        ? new(Narrow(value).As<int, TInt>())
        : new(LaneRounding.Nearest(value.Value.AsDouble()).As<long, TInt>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed256<TInt, TFloat> Load(ref readonly TInt first, int offset) => new(Vector256.LoadUnsafe(in first, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256<TFloat> ToReal() => typeof(TInt) == typeof(int)
        ? new(Vector256.ConvertToSingle(Value.AsInt32()).As<float, TFloat>())
        : new(Vector256.ConvertToDouble(Value.AsInt64()).As<double, TFloat>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref TInt first, int offset) => Value.StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Narrow(Lanes256<TFloat> value) =>
        Avx.IsSupported ? Avx.ConvertToVector256Int32(value.Value.AsSingle()) : Vector256.ConvertToInt32Native(Vector256.Round(value.Value.AsSingle()));
}
