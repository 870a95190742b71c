namespace MolShell.Compute.Plots;

/// <summary>How numbers are placed along an axis.</summary>
public enum AxisScale
{
    Linear,

    /// <summary>By their logarithm; values that are not positive cannot be placed and are left out.</summary>
    Logarithmic,
}
