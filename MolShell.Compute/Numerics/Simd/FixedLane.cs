using System.Numerics;
using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>One integer beside a single lane: the scalar twin of the vector registers.</summary>
/// <param name="Value">The integer.</param>
internal readonly record struct FixedLane<TInt, TFloat>(TInt Value) : IFixedLanes<FixedLane<TInt, TFloat>, Lane<TFloat>, TInt>
    where TInt : unmanaged, IBinaryInteger<TInt>
    where TFloat : unmanaged, IBinaryFloatingPointIeee754<TFloat>
{
    public static FixedLane<TInt, TFloat> operator +(FixedLane<TInt, TFloat> a, FixedLane<TInt, TFloat> b) => new(unchecked(a.Value + b.Value));

    public static FixedLane<TInt, TFloat> operator -(FixedLane<TInt, TFloat> a, FixedLane<TInt, TFloat> b) => new(unchecked(a.Value - b.Value));

    public static FixedLane<TInt, TFloat> Round(Lane<TFloat> value) => new(TInt.CreateTruncating(TFloat.Round(value.Value)));

    public static FixedLane<TInt, TFloat> Load(ref readonly TInt first, int offset) => new(Unsafe.Add(ref Unsafe.AsRef(in first), offset));

    public Lane<TFloat> ToReal() => new(TFloat.CreateTruncating(Value));

    public void Store(ref TInt first, int offset) => Unsafe.Add(ref first, offset) = Value;
}
