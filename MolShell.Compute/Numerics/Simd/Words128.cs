using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The words of a register of 128 bits.</summary>
/// <param name="Value">The register.</param>
public readonly record struct Words128(Vector128<ulong> Value) : IWords<Words128, Lanes128<double>>
{
    public static Words128 Sequence => new(Vector128<ulong>.Indices);

    public Words128 High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Value >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Words128(ulong word) => new(Vector128.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 operator +(Words128 a, Words128 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 operator ^(Words128 a, Words128 b) => new(a.Value ^ b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 operator *(Words128 a, Words128 b)
    {
        if (Sse2.IsSupported)
        {
            return new(Sse2.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32()));
        }

        if (AdvSimd.IsSupported)
        {
            return new(AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a.Value), AdvSimd.ExtractNarrowingLower(b.Value)));
        }

        Vector128<ulong> low = Vector128.Create((ulong)uint.MaxValue);
        return new((a.Value & low) * (b.Value & low));
    }

    // The word becomes the low bits of a number between 2^52 and 2^53.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes128<double> ToReal() => new(
        ((Value & Vector128.Create((ulong)uint.MaxValue)) | Vector128.Create(Bias).AsUInt64()).AsDouble() - Vector128.Create(Bias));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Load(ref readonly int first, int offset) =>
        new(Vector128.WidenLower(Vector64.LoadUnsafe(in first, (nuint)offset).AsUInt32().ToVector128Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Load(ref readonly ulong first, int offset) => new(Vector128.LoadUnsafe(in first, (nuint)offset));

    private const double Bias = 4503599627370496.0;
}
