namespace Microsoft.PowerShell.Commands;

/// <summary>Statistics of values that are not all numbers.</summary>
public sealed class GenericObjectMeasureInfo : MeasureInfo
{
    /// <summary>Number of values.</summary>
    public int Count { get; set; }

    /// <summary>Mean.</summary>
    public double? Average { get; set; }

    /// <summary>Sum.</summary>
    public double? Sum { get; set; }

    /// <summary>Greatest.</summary>
    public object? Maximum { get; set; }

    /// <summary>Least.</summary>
    public object? Minimum { get; set; }

    /// <summary>Standard deviation of the sample.</summary>
    public double? StandardDeviation { get; set; }
}
