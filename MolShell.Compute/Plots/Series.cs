namespace MolShell.Compute.Plots;

/// <summary>
/// One data set of a <see cref="Figure"/>. A series keeps the arrays it is given; nobody writes to them afterwards.
/// NaN and infinite values are gaps.
/// </summary>
public abstract record Series
{
    private protected Series()
    {
    }

    /// <summary>Name in the legend; null keeps the series out of it.</summary>
    public string? Name { get; init; }
}
