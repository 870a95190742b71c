using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>How differences of fixed-point places become distances: for rectangular cells with less work.</summary>
internal interface ICellShape
{
    /// <summary>Takes steps along the edges to lengths along x, y and z; <paramref name="cell"/> has the nine numbers of the edges.</summary>
    static abstract void ToSpace<TReal>(ref TReal x, ref TReal y, ref TReal z, ref TReal cell)
        where TReal : struct, ILanes<TReal>;
}

/// <summary>Edges along x, y and z.</summary>
internal readonly struct Rectangular : ICellShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToSpace<TReal>(ref TReal x, ref TReal y, ref TReal z, ref TReal cell)
        where TReal : struct, ILanes<TReal>
    {
        x *= cell;
        y *= Unsafe.Add(ref cell, 4);
        z *= Unsafe.Add(ref cell, 8);
    }
}

/// <summary>Edges in any direction.</summary>
internal readonly struct Oblique : ICellShape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ToSpace<TReal>(ref TReal x, ref TReal y, ref TReal z, ref TReal cell)
        where TReal : struct, ILanes<TReal>
    {
        (TReal a, TReal b, TReal c) = (x, y, z);
        x = Mix(ref cell, a, b, c);
        y = Mix(ref Unsafe.Add(ref cell, 1), a, b, c);
        z = Mix(ref Unsafe.Add(ref cell, 2), a, b, c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal Mix<TReal>(ref TReal column, TReal a, TReal b, TReal c)
        where TReal : struct, ILanes<TReal> =>
        TReal.MultiplyAdd(a, column, TReal.MultiplyAdd(b, Unsafe.Add(ref column, 3), c * Unsafe.Add(ref column, 6)));
}
