using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>
/// Elementary functions over lanes. Exponential and logarithm are within 1 unit in the last place of <see cref="Math"/> (1.5 of the exact
/// value), sine and cosine of a turn within 1.25 units of the last place of 1.
/// </summary>
public static class LaneMath
{
    private const double Log2OfE = 1.4426950408889634;

    // ln 2 in two parts, the first short enough for exact products with exponents, in double and in single precision.
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln2HighSingle = 0.693359375;
    private const double Ln2LowSingle = -2.12194440054690583e-4;

    // What is lost when 2 pi is rounded.
    private const double TwoPiLow = 2.4492935982947064e-16;
    private const double TwoPiLowSingle = -1.748455600074497e-07;

    /// <summary>e^x for x from -708 to 709 (single: -87 to 88); x beyond is taken as the end of that range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Exp<TReal>(TReal x)
        where TReal : struct, ILanes<TReal>
    {
        x = TReal.Min(TReal.Max(x, TReal.IsSingle ? -87 : -708), TReal.IsSingle ? 88 : 709);
        TReal n = TReal.Round(x * Log2OfE);
        TReal r = TReal.MultiplyAdd(n, TReal.IsSingle ? -Ln2HighSingle : -Ln2High, x);
        r = TReal.MultiplyAdd(n, TReal.IsSingle ? -Ln2LowSingle : -Ln2Low, r);

        // (e^r - 1 - r) / r^2 on |r| <= ln 2 / 2: the Taylor series in single precision, an interpolation at Chebyshev nodes in double.
        TReal sum;
        if (TReal.IsSingle)
        {
            sum = 1.0 / 5040;
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 720);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 120);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 24);
            sum = TReal.MultiplyAdd(sum, r, 1.0 / 6);
        }
        else
        {
            sum = 2.5100375832561234e-08;
            sum = TReal.MultiplyAdd(sum, r, 2.7620075879983367e-07);
            sum = TReal.MultiplyAdd(sum, r, 2.7557268480310024e-06);
            sum = TReal.MultiplyAdd(sum, r, 2.4801521322368692e-05);
            sum = TReal.MultiplyAdd(sum, r, 0.00019841269863040545);
            sum = TReal.MultiplyAdd(sum, r, 0.0013888888917196719);
            sum = TReal.MultiplyAdd(sum, r, 0.008333333333330065);
            sum = TReal.MultiplyAdd(sum, r, 0.041666666666624164);
            sum = TReal.MultiplyAdd(sum, r, 0.16666666666666669);
        }

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

        // ln m = 2 artanh f = 2 f + f^3 P(f^2) with f = g / (2 + g), P interpolated at Chebyshev nodes; 2 f = g - f g, and g is exact.
        TReal g = m - 1;
        TReal f = g / (m + 1);
        TReal f2 = f * f;
        TReal sum;
        if (TReal.IsSingle)
        {
            sum = 0.2957994939197279;
            sum = TReal.MultiplyAdd(sum, f2, 0.3998878056602198);
            sum = TReal.MultiplyAdd(sum, f2, 0.6666668503957586);
        }
        else
        {
            sum = 0.14616449685043406;
            sum = TReal.MultiplyAdd(sum, f2, 0.15331721600556042);
            sum = TReal.MultiplyAdd(sum, f2, 0.18182889125261723);
            sum = TReal.MultiplyAdd(sum, f2, 0.2222221113479508);
            sum = TReal.MultiplyAdd(sum, f2, 0.28571428625975487);
            sum = TReal.MultiplyAdd(sum, f2, 0.39999999999899505);
            sum = TReal.MultiplyAdd(sum, f2, 0.666666666666667);
        }

        TReal small = TReal.MultiplyAdd(n, TReal.IsSingle ? Ln2LowSingle : Ln2Low, f * TReal.MultiplyAdd(f2, sum, -g));
        return TReal.MultiplyAdd(n, TReal.IsSingle ? Ln2HighSingle : Ln2High, small + g);
    }

    /// <summary>sin 2 pi u for u in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal SinTurn<TReal>(TReal u)
        where TReal : struct, ILanes<TReal> => QuarterSine(TReal.Min(u, TReal.Abs(u - 0.75) - 0.25));

    /// <summary>cos 2 pi u for u in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal CosTurn<TReal>(TReal u)
        where TReal : struct, ILanes<TReal> => QuarterSine(TReal.Abs(u - 0.5) - 0.25);

    // sin 2 pi r on |r| <= 1/4 as 2 pi r + r^3 P(r^2), P interpolated at Chebyshev nodes. Folding a turn onto that range takes no choice of
    // a quadrant, and is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TReal QuarterSine<TReal>(TReal r)
        where TReal : struct, ILanes<TReal>
    {
        TReal r2 = r * r;
        TReal sum;
        if (TReal.IsSingle)
        {
            sum = 40.21233408151026;
        }
        else
        {
            sum = 0.10126285905316906;
            sum = TReal.MultiplyAdd(sum, r2, -0.717822415835364);
            sum = TReal.MultiplyAdd(sum, r2, 3.819936760749782);
            sum = TReal.MultiplyAdd(sum, r2, -15.094642113811632);
            sum = TReal.MultiplyAdd(sum, r2, 42.058693937537186);
        }

        sum = TReal.MultiplyAdd(sum, r2, TReal.IsSingle ? -76.63422186687502 : -76.7058597530039);
        sum = TReal.MultiplyAdd(sum, r2, TReal.IsSingle ? 81.60435620549731 : 81.60524927607489);
        sum = TReal.MultiplyAdd(sum, r2, TReal.IsSingle ? -41.34170049699005 : -41.34170224039976);
        sum = TReal.MultiplyAdd(sum, r2, TReal.IsSingle ? TwoPiLowSingle : TwoPiLow);
        return TReal.MultiplyAdd(r, 2 * Math.PI, r * sum);
    }
}
