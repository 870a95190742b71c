using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>Trigonometric functions over lanes, to about two units in the last place of a lane.</summary>
public static class LaneTrigonometry
{
    private const double TanOfSixteenth = 0.19891236737965800;
    private const double TanOfEighth = 0.41421356237309505;
    private const double TanOfThreeSixteenths = 0.66817863791929890;

    /// <summary>
    /// The angle of the direction (x, y) from the x axis [radian], from -pi to pi with the sign of <paramref name="y"/>; not a number at
    /// (0, 0).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Atan2<TReal>(TReal y, TReal x)
        where TReal : struct, ILanes<TReal>
    {
        TReal width = TReal.Abs(x), height = TReal.Abs(y);
        TReal longer = TReal.Max(width, height), shorter = TReal.Min(width, height);

        // The nearest of 0, pi/8 and pi/4, and the rest, of at most pi/16, by the series of the arc tangent.
        TReal first = TReal.LessThan(longer * TanOfSixteenth, shorter);
        TReal second = TReal.LessThan(longer * TanOfThreeSixteenths, shorter);
        TReal tangent = TReal.Select(second, 1, TReal.Select(first, TanOfEighth, 0));
        TReal near = TReal.Select(second, Math.PI / 4, TReal.Select(first, Math.PI / 8, 0));
        TReal t = (shorter - (tangent * longer)) / (longer + (tangent * shorter));
        TReal t2 = t * t;
        TReal sum;
        if (TReal.IsSingle)
        {
            sum = -1.0 / 11;
        }
        else
        {
            sum = -1.0 / 23;
            sum = TReal.MultiplyAdd(sum, t2, 1.0 / 21);
            sum = TReal.MultiplyAdd(sum, t2, -1.0 / 19);
            sum = TReal.MultiplyAdd(sum, t2, 1.0 / 17);
            sum = TReal.MultiplyAdd(sum, t2, -1.0 / 15);
            sum = TReal.MultiplyAdd(sum, t2, 1.0 / 13);
            sum = TReal.MultiplyAdd(sum, t2, -1.0 / 11);
        }

        sum = TReal.MultiplyAdd(sum, t2, 1.0 / 9);
        sum = TReal.MultiplyAdd(sum, t2, -1.0 / 7);
        sum = TReal.MultiplyAdd(sum, t2, 1.0 / 5);
        sum = TReal.MultiplyAdd(sum, t2, -1.0 / 3);
        TReal angle = near + TReal.MultiplyAdd(t * t2, sum, t);

        angle = TReal.Select(TReal.LessThan(width, height), (Math.PI / 2) - angle, angle);
        angle = TReal.Select(TReal.LessThan(x, 0), Math.PI - angle, angle);
        return TReal.Select(TReal.LessThan(y, 0), -angle, angle);
    }
}
