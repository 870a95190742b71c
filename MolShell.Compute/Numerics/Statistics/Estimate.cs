namespace MolShell.Compute.Numerics.Statistics;

/// <summary>
/// A number measured on a correlated series, with two estimates of its error: from block averages of its jackknife pseudo-values, and
/// from a bootstrap of blocks, which also gives an interval. See <see cref="BlockResampling"/>.
/// </summary>
/// <param name="Value">The estimate from all data; NaN where the data do not tell it.</param>
public sealed record Estimate(double Value)
{
    /// <summary>Standard errors from the middle to either end of the central 95 % of a normal distribution.</summary>
    internal const double HalfWidth = 1.96;

    /// <summary>Standard error by block averages; NaN where it is not known, as for a count of zero.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>Standard deviation over bootstrap samples; NaN where it is not known.</summary>
    public double BootstrapError { get; init; } = double.NaN;

    /// <summary>Lower end of the central 95 % of the bootstrap samples.</summary>
    public double Lower { get; init; } = double.NaN;

    /// <summary>Upper end of the central 95 % of the bootstrap samples.</summary>
    public double Upper { get; init; } = double.NaN;

    /// <summary>False where the series is too short to know its correlation, and the errors are so lower bounds.</summary>
    public bool IsConverged { get; init; }

    /// <summary>Such as "0.0017 +- 1e-05".</summary>
    public override string ToString() => FormattableString.Invariant($"{Value:g4} +- {StandardError:g2}");

    /// <summary>The product with an independent number, whose error adds to this one's.</summary>
    internal Estimate Times(double factor, double factorError)
    {
        double added = Value * factorError;
        return this with
        {
            Value = Value * factor,
            StandardError = double.Hypot(StandardError * factor, added),
            BootstrapError = double.Hypot(BootstrapError * factor, added),
            Lower = (Value * factor) - double.Hypot((Value - Lower) * factor, HalfWidth * added),
            Upper = (Value * factor) + double.Hypot((Upper - Value) * factor, HalfWidth * added),
        };
    }
}
