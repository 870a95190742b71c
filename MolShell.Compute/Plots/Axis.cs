using System.Collections.Immutable;

namespace MolShell.Compute.Plots;

/// <summary>What an axis or a colour bar shows: "distance [nm]", linear or logarithmic, fitted to the data or over a given range.</summary>
/// <param name="Label">Name of the quantity.</param>
/// <param name="Unit">Symbol of its unit, without brackets; null or empty for pure numbers and reduced units.</param>
public sealed record Axis(string Label = "", string? Unit = null)
{
    public AxisScale Scale { get; init; }

    /// <summary>Lower end, in the unit of the axis; null fits it to the data.</summary>
    public double? Minimum { get; init; }

    /// <summary>Upper end, in the unit of the axis; null fits it to the data.</summary>
    public double? Maximum { get; init; }

    /// <summary>Names of the places 0, 1, 2 and so on, which then stand beside the axis in place of numbers; empty for numbers.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Whether values grow downward, or to the left.</summary>
    public bool IsReversed { get; init; }

    /// <summary>Text beside the axis: "name [unit]".</summary>
    public string Title => string.IsNullOrEmpty(Unit) ? Label : Label.Length == 0 ? $"[{Unit}]" : $"{Label} [{Unit}]";
}
