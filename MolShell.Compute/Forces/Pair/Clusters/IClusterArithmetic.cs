using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// How a tile of 4 x 8 pairs is worked off in vectors of one precision and width. Lane 8 i + j of a tile is the pair of particle i of four
/// with particle j of eight; a vector covers consecutive lanes, or half or less of a row of eight.
/// </summary>
/// <typeparam name="TReal">Real numbers of a vector.</typeparam>
/// <typeparam name="TInt">Integers of places and forces, as wide as a real number.</typeparam>
/// <typeparam name="TVector">The integers of a vector.</typeparam>
internal interface IClusterArithmetic<TReal, TInt, TVector>
    where TReal : struct, ILanes<TReal>
    where TInt : unmanaged
    where TVector : struct
{
    /// <summary>The integers for particles j, from lane <paramref name="lane"/> of a tile on.</summary>
    static abstract TVector LoadOther(ref TInt eight, int lane);

    /// <summary>Writes each of four integers eight times.</summary>
    static abstract void Spread(ref TInt four, ref TInt lanes);

    /// <summary>Differences of the integers at the lanes and those of particles j.</summary>
    static abstract TReal Difference(ref TInt lanes, int lane, TVector other);

    /// <summary>The lanes whose bits are set.</summary>
    static abstract TReal Mask(uint bits, int lane);

    /// <summary>The nearest integers; numbers are below 2^30 in single and 2^62 in double precision.</summary>
    static abstract TVector Round(TReal value);

    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Adds to the integers at the lanes.</summary>
    static abstract void AddTo(ref TInt lanes, int lane, TVector value);

    /// <summary>The sum of eight integers.</summary>
    static abstract long Sum(ref TInt eight);

    /// <summary>The sum of all integers of a vector.</summary>
    static abstract long Sum(TVector value);

    /// <summary>Subtracts 2^shift times the integers from those of particles j; vectors of two rows are folded first.</summary>
    static abstract void SubtractFrom(ref long eight, int lane, TVector value, int shift);

    /// <summary>The numbers at the places [type of i, type of j] of a table.</summary>
    static abstract TReal Look(ReadOnlySpan<double> table, int types, ref int four, ref int eight, int lane);

    /// <summary>Products of numbers of the particles i and j.</summary>
    static abstract TReal Products(ref double four, ref double eight, int lane);
}
