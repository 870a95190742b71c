namespace MolShell.Compute.Numerics.Simd;

/// <summary>Signed integers beside lanes, as wide as they are: places and forces in fixed point, whose sums are exact and wrap around.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TReal">The lanes beside them.</typeparam>
/// <typeparam name="TInt">An integer: int beside single, long beside double precision.</typeparam>
internal interface IFixedLanes<TSelf, TReal, TInt>
    where TSelf : struct, IFixedLanes<TSelf, TReal, TInt>
    where TReal : struct, ILanes<TReal>
    where TInt : unmanaged
{
    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>The nearest integers, the even one of two; numbers are below 2^30 in single and 2^62 in double precision.</summary>
    static abstract TSelf Round(TReal value);

    /// <summary>The nearest numbers.</summary>
    TReal ToReal();

    /// <summary>The integers that follow each other from <paramref name="first"/> + <paramref name="offset"/> on.</summary>
    static abstract TSelf Load(ref readonly TInt first, int offset);

    /// <summary>Writes the integers from <paramref name="first"/> + <paramref name="offset"/> on.</summary>
    void Store(ref TInt first, int offset);
}
