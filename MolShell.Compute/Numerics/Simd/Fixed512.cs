using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The integers of a register of 512 bits.</summary>
/// <param name="Value">The register.</param>
internal readonly record struct Fixed512<TInt, TFloat>(Vector512<TInt> Value) : IFixedLanes<Fixed512<TInt, TFloat>, Lanes512<TFloat>, TInt>
    where TInt : unmanaged
    where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed512<TInt, TFloat> operator +(Fixed512<TInt, TFloat> a, Fixed512<TInt, TFloat> b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed512<TInt, TFloat> operator -(Fixed512<TInt, TFloat> a, Fixed512<TInt, TFloat> b) => new(a.Value - b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed512<TInt, TFloat> Round(Lanes512<TFloat> value) => typeof(TInt) == typeof(int)
        ? new(Narrow(value).As<int, TInt>())
        : new(LaneRounding.Nearest(value.Value.AsDouble()).As<long, TInt>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Fixed512<TInt, TFloat> Load(ref readonly TInt first, int offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes512<TFloat> ToReal() => typeof(TInt) == typeof(int)
        ? new(Vector512.ConvertToSingle(Value.AsInt32()).As<float, TFloat>())
        : new(Vector512.ConvertToDouble(Value.AsInt64()).As<double, TFloat>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref TInt first, int offset) => Value.StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Narrow(Lanes512<TFloat> value) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(value.Value.AsSingle()) : Vector512.ConvertToInt32Native(Vector512.Round(value.Value.AsSingle()));
}
