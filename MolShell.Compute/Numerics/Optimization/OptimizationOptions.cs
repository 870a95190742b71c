namespace MolShell.Compute.Numerics.Optimization;

/// <summary>When a minimisation stops and how far it goes at once.</summary>
public sealed record OptimizationOptions
{
    /// <summary>Largest gradient component at which the minimum counts as found.</summary>
    public required double GradientTolerance { get; init; }

    /// <summary>Largest number of steps.</summary>
    public int MaximumSteps { get; init; } = 10_000;

    /// <summary>Largest change of a variable in one step.</summary>
    public double MaximumMove { get; init; } = double.PositiveInfinity;

    /// <summary>Called after each step with its number, the value and the largest gradient component.</summary>
    public Action<int, double, double>? Progress { get; init; }

    /// <exception cref="ArgumentException">A number is out of range.</exception>
    internal void Validate()
    {
        if (!(GradientTolerance >= 0) || MaximumSteps < 0 || !(MaximumMove > 0))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Tolerance {GradientTolerance:g6}, steps {MaximumSteps}, greatest move {MaximumMove:g6}: ")
                + "expected numbers that are not negative, and a positive move.");
        }
    }
}
