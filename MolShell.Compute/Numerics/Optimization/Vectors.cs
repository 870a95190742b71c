namespace MolShell.Compute.Numerics.Optimization;

/// <summary>Sums over long vectors.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>y += a x.</summary>
    public static void Add(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] += a * x[i];
        }
    }

    /// <summary>Largest absolute component; not a number where a component is not.</summary>
    public static double MaximumNorm(ReadOnlySpan<double> a)
    {
        double largest = 0;
        foreach (double value in a)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
