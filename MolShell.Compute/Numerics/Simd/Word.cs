using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>One word: the scalar twin of the vector registers.</summary>
/// <param name="Value">The word in the low half.</param>
public readonly record struct Word(ulong Value) : IWords<Word, Lane<double>>
{
    public static Word Sequence => default;

    public Word High
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Value >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Word(ulong word) => new(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Word operator +(Word a, Word b) => new(a.Value + b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Word operator ^(Word a, Word b) => new(a.Value ^ b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Word operator *(Word a, Word b) => new((ulong)(uint)a.Value * (uint)b.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lane<double> ToReal() => (double)(uint)Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Word Load(ref readonly int first, int offset) => new((uint)Unsafe.Add(ref Unsafe.AsRef(in first), offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Word Load(ref readonly ulong first, int offset) => new(Unsafe.Add(ref Unsafe.AsRef(in first), offset));
}
