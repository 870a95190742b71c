using MolShell.Compute.Forces;

namespace MolShell.Compute.Dynamics;

/// <summary>How to minimise an energy, and when to stop.</summary>
public sealed record MinimizerOptions
{
    public MinimizationMethod Method { get; init; }

    /// <summary>Precision of pair forces.</summary>
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>Length of the largest force on a particle at which the minimum counts as found [energy/length].</summary>
    public double ForceTolerance { get; init; } = 1e-4;

    /// <summary>Largest number of steps.</summary>
    public int MaximumSteps { get; init; } = 10_000;

    /// <summary>Largest change of a coordinate in one step [length]; null takes a tenth of the distance of neighbours.</summary>
    public double? MaximumMove { get; init; }

    /// <summary>Called after each step with its number, the energy [energy] and the largest force component [energy/length].</summary>
    public Action<int, double, double>? Progress { get; init; }
}
