namespace MolShell.Compute.Numerics.Optimization;

/// <summary>How a minimisation ended.</summary>
/// <param name="Value">Value at the end.</param>
/// <param name="MaximumGradient">Largest gradient component at the end.</param>
/// <param name="Steps">Steps made.</param>
/// <param name="Evaluations">Evaluations of the function.</param>
/// <param name="Converged">Whether the gradient fell to the tolerance.</param>
public readonly record struct OptimizationResult(double Value, double MaximumGradient, int Steps, int Evaluations, bool Converged);
