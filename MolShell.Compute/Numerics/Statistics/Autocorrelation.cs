using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// The autocorrelation of an evenly spaced series and its integrated time tau = 1/2 + sum over t >= 1 of rho(t), in samples: n
/// correlated values are worth n/(2 tau) independent ones. The sum ends at the first t >= 6 tau, where noise would outweigh it
/// (Sokal 1997, doi:10.1007/978-1-4899-0319-8_6).
/// </summary>
public sealed record Autocorrelation
{
    private const double Window = 6;

    private Autocorrelation()
    {
    }

    /// <summary>rho(t) for t = 0 ... n - 1 [samples], with rho(0) = 1; empty for a constant series.</summary>
    public required double[] Function { get; init; }

    /// <summary>tau [samples]; 1/2 for independent values and for a constant series.</summary>
    public required double IntegratedTime { get; init; }

    /// <summary>Standard error of tau [samples]: tau sqrt(2 (2 M + 1)/n) with the window M.</summary>
    public required double IntegratedTimeError { get; init; }

    /// <summary>False where the window reached a tenth of the series, and tau is so a lower bound.</summary>
    public required bool IsConverged { get; init; }

    public static Autocorrelation Of(ReadOnlySpan<double> series)
    {
        double[] function = Correlate(series);
        if (function.Length == 0)
        {
            return new Autocorrelation { Function = function, IntegratedTime = 0.5, IntegratedTimeError = 0, IsConverged = true };
        }

        double time = 0.5;
        int t = 1;
        for (; t < function.Length && t < Window * time; t++)
        {
            time += function[t];
        }

        return new Autocorrelation
        {
            Function = function,
            IntegratedTime = Math.Max(time, 0.5),
            IntegratedTimeError = time * Math.Sqrt(2.0 * ((2 * t) + 1) / function.Length),
            IsConverged = t < function.Length / 10,
        };
    }

    // By the Wiener-Khinchin theorem; zeros after the series keep its end from meeting its start.
    private static double[] Correlate(ReadOnlySpan<double> series)
    {
        int n = series.Length;
        double mean = 0;
        foreach (double value in series)
        {
            mean += value / n;
        }

        Complex[] data = new Complex[n < 2 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)(2 * n))];
        bool constant = true;
        for (int i = 0; i < n && data.Length > 0; i++)
        {
            data[i] = series[i] - mean;
            constant &= series[i] == series[0];
        }

        if (constant)
        {
            return [];
        }

        Fourier.Forward(data, FourierOptions.AsymmetricScaling);
        for (int k = 0; k < data.Length; k++)
        {
            data[k] = (data[k].Real * data[k].Real) + (data[k].Imaginary * data[k].Imaginary);
        }

        Fourier.Inverse(data, FourierOptions.AsymmetricScaling);
        double[] function = new double[n];
        for (int t = 0; t < n; t++)
        {
            function[t] = data[t].Real / data[0].Real * n / (n - t);
        }

        return function;
    }
}
