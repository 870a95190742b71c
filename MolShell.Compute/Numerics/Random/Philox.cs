using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// Philox4x32-10, a counter-based generator: a bijection of a 128-bit counter under a 64-bit key, so any draw can be made
/// at any time in any order. Salmon et al., SC'11, doi:10.1145/2063384.2063405.
/// </summary>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>Four independent 32-bit words.</summary>
    public readonly record struct Block(uint R0, uint R1, uint R2, uint R3);

    /// <summary>The block at the counter (low and high half of <paramref name="counter"/>, <paramref name="c2"/>, <paramref name="c3"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Block Generate(ulong key, ulong counter, uint c2, uint c3)
    {
        (Word r0, Word r1, Word r2, Word r3) = Generate<Word, Lane<double>>(key, counter, c2, c3);
        return new Block((uint)r0.Value, (uint)r1.Value, (uint)r2.Value, (uint)r3.Value);
    }

    /// <summary>A block in each lane; words are the low halves of the results and of <paramref name="c2"/> and <paramref name="c3"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TWords R0, TWords R1, TWords R2, TWords R3) Generate<TWords, TReal>(
        TWords key, TWords counter, TWords c2, TWords c3)
        where TWords : struct, IWords<TWords, TReal>
        where TReal : struct, ILanes<TReal>
    {
        // What is in the high halves never reaches a low one but through High, which is taken of products alone.
        TWords c0 = counter, c1 = counter.High, k0 = key, k1 = key.High;
        for (int round = 0; round < 10; round++)
        {
            TWords p0 = c0 * Multiplier0;
            TWords p1 = c2 * Multiplier1;
            c0 = p1.High ^ c1 ^ k0;
            c2 = p0.High ^ c3 ^ k1;
            c1 = p1;
            c3 = p0;
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (c0, c1, c2, c3);
    }
}
