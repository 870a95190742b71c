using System.Runtime.CompilerServices;

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
        uint c0 = (uint)counter, c1 = (uint)(counter >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong p0 = (ulong)Multiplier0 * c0;
            ulong p1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return new Block(c0, c1, c2, c3);
    }
}
