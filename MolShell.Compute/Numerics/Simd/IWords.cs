namespace MolShell.Compute.Numerics.Simd;

/// <summary>Integers of 64 bits, one beside each lane of double precision; their low halves are words of 32 bits.</summary>
public interface IWords<TSelf, TReal>
    where TSelf : struct, IWords<TSelf, TReal>
    where TReal : struct, ILanes<TReal>
{
    /// <summary>0, 1, 2, ... from the first lane on.</summary>
    static abstract TSelf Sequence { get; }

    /// <summary>The same integer in all lanes.</summary>
    static abstract implicit operator TSelf(ulong word);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>The products of the low halves.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>The high halves.</summary>
    TSelf High { get; }

    /// <summary>The low halves as numbers from 0 to 2^32 - 1.</summary>
    TReal ToReal();

    /// <summary>The words that follow each other from <paramref name="first"/> + <paramref name="offset"/> on.</summary>
    static abstract TSelf Load(ref readonly int first, int offset);

    /// <summary>The integers that follow each other from <paramref name="first"/> + <paramref name="offset"/> on.</summary>
    static abstract TSelf Load(ref readonly ulong first, int offset);
}
