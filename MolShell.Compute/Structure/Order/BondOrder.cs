using MolShell.Compute.Numerics.SpecialFunctions;

namespace MolShell.Compute.Structure.Order;

/// <summary>
/// The invariants of a bond-order vector q_lm: q_l = sqrt(4 pi / (2l+1) sum_m |q_lm|^2) and
/// w_l = sum_{m1+m2+m3=0} (l l l; m1 m2 m3) q_lm1 q_lm2 q_lm3, as it is or over (sum_m |q_lm|^2)^(3/2). Vectors hold m >= 0 only, shape [l + 1, 2].
/// Steinhardt, Nelson, Ronchetti 1983, doi:10.1103/PhysRevB.28.784.
/// </summary>
internal sealed class BondOrder
{
    // Below this the vector is the rounding of a sum that is zero by symmetry, and has no direction.
    private const double SmallestSquare = 1e-20;

    private readonly (int M1, int M2, double Factor)[] terms;

    /// <param name="degree">The degree l; w_l of an odd one is zero.</param>
    public BondOrder(int degree)
    {
        Degree = degree;
        List<(int M1, int M2, double Factor)> found = [];
        for (int m1 = 0; m1 <= degree && degree % 2 == 0; m1++)
        {
            for (int m2 = 0; m2 <= Math.Min(m1, degree - m1); m2++)
            {
                // All orders of the three and of their opposites give the same product or its conjugate; q_l,-m brings (-1)^m.
                int orders = m1 == 0 ? 1 : m1 == m2 || m2 == 0 ? 6 : 12;
                double sign = (m1 + m2) % 2 == 0 ? 1 : -1;
                found.Add((m1, m2, sign * orders * Wigner3j.Equal(degree, m1, m2, -(m1 + m2))));
            }
        }

        terms = [.. found];
    }

    public int Degree { get; }

    /// <summary>sum over all m of |q_lm|^2.</summary>
    public double Square(ReadOnlySpan<double> vector)
    {
        double sum = 0.5 * vector[0] * vector[0];
        for (int k = 2; k < 2 * (Degree + 1); k++)
        {
            sum += vector[k] * vector[k];
        }

        return 2 * sum;
    }

    /// <summary>sum over all m of Re(a_m conj(b_m)).</summary>
    public double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0.5 * a[0] * b[0];
        for (int k = 2; k < 2 * (Degree + 1); k++)
        {
            sum += a[k] * b[k];
        }

        return 2 * sum;
    }

    /// <summary>q_l, from 0 to 1.</summary>
    public double Q(ReadOnlySpan<double> vector) => Math.Sqrt(4 * Math.PI / ((2 * Degree) + 1) * Square(vector));

    /// <summary>w_l without denominator.</summary>
    public double RawW(ReadOnlySpan<double> vector)
    {
        // What is undefined stays so, of odd degrees too, which have no terms.
        double sum = 0 * vector[0];
        foreach ((int m1, int m2, double factor) in terms)
        {
            (double re1, double im1) = (vector[2 * m1], vector[(2 * m1) + 1]);
            (double re2, double im2) = (vector[2 * m2], vector[(2 * m2) + 1]);
            int m3 = m1 + m2;
            sum += factor * ((((re1 * re2) - (im1 * im2)) * vector[2 * m3]) + (((re1 * im2) + (im1 * re2)) * vector[(2 * m3) + 1]));
        }

        return sum;
    }

    /// <summary>w_l over the length of the vector cubed; NaN where that is zero but for rounding.</summary>
    public double W(ReadOnlySpan<double> vector)
    {
        double square = Square(vector);
        return square < SmallestSquare ? double.NaN : RawW(vector) / (square * Math.Sqrt(square));
    }
}
