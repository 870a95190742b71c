namespace Microsoft.PowerShell.Commands;

/// <summary>Statistics of numbers.</summary>
public sealed class GenericMeasureInfo : MeasureInfo
{
    /// <summary>Number of values.</summary>
    public int Count { get; set; }

    /// <summary>Mean.</summary>
    public double? Average { get; set; }

    /// <summary>Sum.</summary>
    public double? Sum { get; set; }

    /// <summary>Greatest.</summary>
    public double? Maximum { get; set; }

    /// <summary>Least.</summary>
    public double? Minimum { get; set; }

    /// <summary>Standard deviation of the sample.</summary>
    public double? StandardDeviation { get; set; }
}
