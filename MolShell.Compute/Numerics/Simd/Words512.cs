using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The words of a register of 512 bits.</summary>
/// <param name="Value">The register.</param>
public readonly record struct Words512(Vector512<ulong> Value) : IWords<Words512, Lanes512<double>>
{
    public static Words512 Sequence => new(Vector512<ulong>.Indices);

    public Words512 High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Value >>> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Words512(ulong word) => new(Vector512.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 operator +(Words512 a, Words512 b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 operator ^(Words512 a, Words512 b) => new(a.Value ^ b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 operator *(Words512 a, Words512 b) => Avx512F.IsSupported
        ? new(Avx512F.Multiply(a.Value.AsUInt32(), b.Value.AsUInt32()))
        : new(Vector512.Create(
            (new Words256(a.Value.GetLower()) * new Words256(b.Value.GetLower())).Value,
            (new Words256(a.Value.GetUpper()) * new Words256(b.Value.GetUpper())).Value));

    // The word becomes the low bits of a number between 2^52 and 2^53.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes512<double> ToReal() => new(
        ((Value & Vector512.Create((ulong)uint.MaxValue)) | Vector512.Create(Bias).AsUInt64()).AsDouble() - Vector512.Create(Bias));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Load(ref readonly int first, int offset) =>
        new(Vector512.WidenLower(Vector256.LoadUnsafe(in first, (nuint)offset).AsUInt32().ToVector512Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Load(ref readonly ulong first, int offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset));

    private const double Bias = 4503599627370496.0;
}
