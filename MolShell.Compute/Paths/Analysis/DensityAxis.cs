using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>A variable along which paths are counted, and its bins.</summary>
public sealed record DensityAxis
{
    /// <param name="variable">The variable.</param>
    /// <param name="binWidth">Width of a bin in the unit of the variable; null for about 50 bins over the first 200 paths.</param>
    /// <exception cref="ArgumentException">The width is not above 0.</exception>
    public DensityAxis(CollectiveVariable variable, double? binWidth = null)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (binWidth is double width && !(width > 0 && double.IsFinite(width)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The bin width of {variable.Name} must be above 0, not {width}."), nameof(binWidth));
        }

        Variable = variable;
        BinWidth = binWidth;
    }

    public CollectiveVariable Variable { get; }

    /// <summary>Width of a bin in the unit of the variable; bin k reaches from k to k + 1 widths.</summary>
    public double? BinWidth { get; }
}
