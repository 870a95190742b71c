using System.Numerics;

namespace MolShell.Compute.Numerics.SpecialFunctions;

/// <summary>The 3-j symbols of Wigner, from Racah's sum in whole numbers, so right to the last digit for any degree.</summary>
internal static class Wigner3j
{
    private const int GuardBits = 256;

    /// <summary>The symbol ( l l l ; m1 m2 m3 ); zero unless m1 + m2 + m3 = 0 and each is at most l.</summary>
    public static double Equal(int l, int m1, int m2, int m3)
    {
        if (m1 + m2 + m3 != 0 || Math.Max(Math.Abs(m1), Math.Max(Math.Abs(m2), Math.Abs(m3))) > l)
        {
            return 0;
        }

        // The sum over t of (-1)^t / (t! (l-t)! (l-m1-t)! (l+m2-t)! (m1+t)! (t-m2)!), with a common denominator of ((2l)!)^6.
        BigInteger top = BigInteger.Pow(Factorial(2 * l), 6), sum = 0;
        for (int t = Math.Max(0, Math.Max(-m1, m2)); t <= Math.Min(l, Math.Min(l - m1, l + m2)); t++)
        {
            BigInteger term = top / (Factorial(t) * Factorial(l - t) * Factorial(l - m1 - t) * Factorial(l + m2 - t)
                * Factorial(m1 + t) * Factorial(t - m2));
            sum += t % 2 == 0 ? term : -term;
        }

        // Its square times l!^3 / (3l+1)! times all (l +- m)!, as one fraction.
        BigInteger numerator = sum * sum * BigInteger.Pow(Factorial(l), 3);
        foreach (int m in (ReadOnlySpan<int>)[m1, m2, m3])
        {
            numerator *= Factorial(l + m) * Factorial(l - m);
        }

        BigInteger denominator = top * top * Factorial((3 * l) + 1);
        double square = Math.ScaleB((double)((numerator << GuardBits) / denominator), -GuardBits);
        return (sum.Sign * (m3 % 2 == 0 ? 1 : -1)) * Math.Sqrt(square);
    }

    private static BigInteger Factorial(int n)
    {
        BigInteger product = 1;
        for (int k = 2; k <= n; k++)
        {
            product *= k;
        }

        return product;
    }
}
