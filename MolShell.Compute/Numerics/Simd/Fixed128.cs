using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The integers of a register of 128 bits.</summary>
/// <param name="Value">The register.</param>
internal readonly record struct Fixed128<TInt, TFloat>(Vector128<TInt> Value) : IFixedLanes<Fixed128<TInt, TFloat>, Lanes128<TFloat>, TInt>
    where TInt : unmanaged
    where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed128<TInt, TFloat> operator +(Fixed128<TInt, TFloat> a, Fixed128<TInt, TFloat> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed128<TInt, TFloat> operator -(Fixed128<TInt, TFloat> a, Fixed128<TInt, TFloat> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed128<TInt, TFloat> Round(Lanes128<TFloat> value) => typeof(TInt) == typeof(int)
        ? new(Narrow(value).As<int, TInt>())
        : new(LaneRounding.Nearest(value.Value.AsDouble()).As<long, TInt>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed128<TInt, TFloat> Load(ref readonly TInt first, int offset) => new(Vector128.LoadUnsafe(in first, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes128<TFloat> ToReal() => typeof(TInt) == typeof(int)
        ? new(Vector128.ConvertToSingle(Value.AsInt32()).As<float, TFloat>())
        : new(Vector128.ConvertToDouble(Value.AsInt64()).As<double, TFloat>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref TInt first, int offset) => Value.StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Narrow(Lanes128<TFloat> value) =>
        Sse2.IsSupported ? Sse2.ConvertToVector128Int32(value.Value.AsSingle()) : Vector128.ConvertToInt32Native(Vector128.Round(value.Value.AsSingle()));
}
