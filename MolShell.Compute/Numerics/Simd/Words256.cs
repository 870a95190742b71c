using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The words of a register of 256 bits.</summary>
/// <param name="Value">The register.</param>
public readonly record struct Words256(Vector256<ulong> Value) : IWords<Words256, Lanes256<double>>
{
    public static Words256 Sequence => new(Vector256<ulong>.Indices);

    public Words256 High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Value >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Words256(ulong word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 operator +(Words256 a, Words256 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 operator ^(Words256 a, Words256 b) => new(a.Value ^ b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 operator *(Words256 a, Words256 b) => Avx2.IsSupported
        ? new(Avx2.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32()))
        : new(Vector256.Create(
            (new Words128(a.Value.GetLower()) * new Words128(b.Value.GetLower())).Value,
            (new Words128(a.Value.GetUpper()) * new Words128(b.Value.GetUpper())).Value));

    // The word becomes the low bits of a number between 2^52 and 2^53.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes256<double> ToReal() => new(
        ((Value & Vector256.Create((ulong)uint.MaxValue)) | Vector256.Create(Bias).AsUInt64()).AsDouble() - Vector256.Create(Bias));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Load(ref readonly int first, int offset) =>
        new(Vector256.WidenLower(Vector128.LoadUnsafe(in first, (nuint)offset).AsUInt32().ToVector256Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Load(ref readonly ulong first, int offset) => new(Vector256.LoadUnsafe(in first, (nuint)offset));

    private const double Bias = 4503599627370496.0;
}
