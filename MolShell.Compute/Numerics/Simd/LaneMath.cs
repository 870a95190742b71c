using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>Elementary functions over lanes, to about one unit in the last place of a lane.</summary>
public static class LaneMath
{
    private const double Log2OfE = 1.4426950408889634;

    // ln 2 in two parts, the first short enough for exact products with exponents, in double and in single precision.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln2HighSingle = 0.693359375;
    private const double Ln2LowSingle = -2.12194440054690583e-4;

    /// <summary>e^x for x from -708 to 709 (single: -87 to 88); x beyond is taken as the end of that range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Exp<TReal>(TReal x)
        where TReal : struct, ILanes<TReal>
    {
        x = TReal.Min(TReal.Max(x, TReal.IsSingle ? -87 : -708), TReal.IsSingle ? 88 : 709);
        TReal n = TReal.Round(x * Log2OfE);
        TReal r = TReal.MultiplyAdd(n, TReal.IsSingle ? -Ln2HighSingle : -Ln2High, x);
        r = TReal.MultiplyAdd(n, TReal.IsSingle ? -Ln2LowSingle : -Ln2Low, r);

        // The Taylor series on |r| <= ln 2 / 2.
        TReal sum;
        if (TReal.IsSingle)
        {
            sum = 1.0 / 5040;
        }
        else
        {
            sum = 1.0 / 6227020800;
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 479001600);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 39916800);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 3628800);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 362880);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 40320);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 5040);
        }

        sum = TReal.MultiplyAdd(sum, r, 1.0 / 720);
        sum = TReal.MultiplyAdd(sum, r, 1.0 / 120);
        sum = TReal.MultiplyAdd(sum, r, 1.0 / 24);
        sum = TReal.MultiplyAdd(sum, r, 1.0 / 6);
        sum = TReal.MultiplyAdd(sum, r, 0.5);
        sum = TReal.MultiplyAdd(sum, r, 1);
        sum = TReal.MultiplyAdd(sum, r, 1);
        return sum * TReal.PowerOfTwo(n);
    }

    /// <summary>The natural logarithm of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Log<TReal>(TReal x)
        where TReal : struct, ILanes<TReal>
    {
        TReal n = TReal.Split(x, out TReal m);
        TReal large = TReal.LessThan(1.4142135623730951, m);
        m = TReal.Select(large, m * 0.5, m);
        n = TReal.Select(large, n + 1, n);

        // ln m = 2 artanh f.
        TReal f = (m - 1) / (m + 1);
        TReal f2 = f * f;
        TReal sum;
        if (TReal.IsSingle)
        {
            sum = 2.0 / 9;
        }
        else
        {
            sum = 2.0 / 23;
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 21);
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 19);
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 17);
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 15);
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 13);
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 11);
            sum = TReal.MultiplyAdd(sum, f2, 2.0 / 9);
        }

        sum = TReal.MultiplyAdd(sum, f2, 2.0 / 7);
        sum = TReal.MultiplyAdd(sum, f2, 2.0 / 5);
        sum = TReal.MultiplyAdd(sum, f2, 2.0 / 3);
        TReal small = TReal.MultiplyAdd(n, TReal.IsSingle ? Ln2LowSingle : Ln2Low, f * f2 * sum);
        return TReal.MultiplyAdd(n, TReal.IsSingle ? Ln2HighSingle : Ln2High, small + (2 * f));
    }
}
