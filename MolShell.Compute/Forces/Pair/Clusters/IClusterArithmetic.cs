using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>
/// How a tile is worked off in vectors of one precision and width. Lane 8 i + j of a tile is the pair of its own particle i with particle j
/// of eight; a vector has 16 lanes, and covers two rows of eight, or 8 or fewer, and covers a row or a part of it.
/// </summary>
/// <typeparam name="TReal">Real numbers of a vector.</typeparam>
/// <typeparam name="TInt">Integers of places and forces, as wide as a real number.</typeparam>
/// <typeparam name="TVector">The integers of a vector.</typeparam>
internal interface IClusterArithmetic<TReal, TInt, TVector>
    where TReal : struct, ILanes<TReal>
    where TInt : unmanaged
    where TVector : struct
{
    /// <summary>The integers of particles j, from lane <paramref name="lane"/> of a row on.</summary>
    static abstract TVector LoadOther(ref TInt eight, int lane);

    /// <summary>The integer of a particle i in all lanes of its row.</summary>
    static abstract TVector LoadOwn(ref TInt own);

    static abstract TReal Difference(TVector own, TVector other);

    /// <summary>The lanes whose bits are set.</summary>
    static abstract TReal Mask(uint bits, int lane);

    /// <summary>The nearest integers; numbers are below 2^30 in single and 2^62 in double precision.</summary>
    static abstract TVector Round(TReal value);

    static abstract TVector Add(TVector a, TVector b);

    /// <summary>The sum of the integers in the lanes of a row.</summary>
    static abstract long Sum(TVector value, int row);

    /// <summary>Subtracts 2^shift times the integers from those of particles j; vectors of two rows are folded first.</summary>
    static abstract void SubtractFrom(ref long eight, int lane, TVector value, int shift);

    /// <summary>The numbers at the places [type of i, type of j] of a table.</summary>
    static abstract TReal Look(ReadOnlySpan<double> table, int types, ref int own, ref int eight, int lane);

    /// <summary>Products of numbers of the particles i and j.</summary>
    static abstract TReal Products(ref double own, ref double eight, int lane);
}
