using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Numerics.SpecialFunctions;

/// <summary>
/// Spherical harmonics of unit vectors without angles: Y_lm = P_lm(z) (x + i y)^m for m >= 0, with the phase of Condon and Shortley and
/// integral |Y|^2 = 1; Y_l,-m = (-1)^m conj(Y_lm). P_lm follows from P_l-1,m and P_l-2,m, scaled so that no degree overflows.
/// Holmes and Featherstone 2002, doi:10.1007/s00190-002-0216-2.
/// </summary>
internal sealed class SphericalHarmonics
{
    private readonly int highest;
    private readonly double[] sectoral;
    private readonly double[] up;
    private readonly double[] back;
    private readonly int[] placeOf;

    /// <param name="degrees">The degrees l that are wanted, each once.</param>
    public SphericalHarmonics(ReadOnlySpan<int> degrees)
    {
        highest = 0;
        foreach (int l in degrees)
        {
            highest = Math.Max(highest, l);
        }

        placeOf = new int[highest + 1];
        Array.Fill(placeOf, -1);
        foreach (int l in degrees)
        {
            placeOf[l] = Count;
            Count += l + 1;
        }

        sectoral = new double[highest + 1];
        up = new double[(highest + 1) * (highest + 1)];
        back = new double[(highest + 1) * (highest + 1)];
        double square = 1 / (4 * Math.PI);
        for (int m = 0; m <= highest; m++)
        {
            square *= m == 0 ? 1 : (2 * m + 1) / (2.0 * m);
            sectoral[m] = (m % 2 == 0 ? 1 : -1) * Math.Sqrt(square);
            for (int l = m + 1; l <= highest; l++)
            {
                up[At(l, m)] = Factor(l, m);
                back[At(l, m)] = l == m + 1 ? 0 : Factor(l, m) / Factor(l - 1, m);
            }
        }

        static double Factor(int l, int m) => Math.Sqrt(((4.0 * l * l) - 1) / (((double)l * l) - ((double)m * m)));
    }

    /// <summary>Number of harmonics with m >= 0 of all degrees; those of one degree follow each other from m = 0 on.</summary>
    public int Count { get; }

    /// <summary>The place of m = 0 of a degree among the harmonics.</summary>
    public int PlaceOf(int degree) => placeOf[degree];

    /// <summary>Adds w Y_lm of unit vectors in lanes to sums of real and of imaginary parts, shape [<see cref="Count"/>] each.</summary>
    public void Add<TReal>(TReal x, TReal y, TReal z, TReal w, Span<TReal> real, Span<TReal> imaginary)
        where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    {
        TReal powerReal = w, powerImaginary = 0;
        for (int m = 0; m <= highest; m++)
        {
            TReal before = 0, here = sectoral[m];
            for (int l = m; ;)
            {
                int place = placeOf[l];
                if (place >= 0)
                {
                    real[place + m] = TReal.MultiplyAdd(here, powerReal, real[place + m]);
                    imaginary[place + m] = TReal.MultiplyAdd(here, powerImaginary, imaginary[place + m]);
                }

                if (++l > highest)
                {
                    break;
                }

                TReal next = ((TReal)up[At(l, m)] * z * here) - ((TReal)back[At(l, m)] * before);
                (before, here) = (here, next);
            }

            (powerReal, powerImaginary) = ((powerReal * x) - (powerImaginary * y), (powerReal * y) + (powerImaginary * x));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int At(int l, int m) => (m * (highest + 1)) + l;
}
