namespace MolShell.Compute.Numerics.Optimization;

/// <summary>
/// A smooth function of many variables: returns its value at <paramref name="x"/> and fills in its <paramref name="gradient"/>. A value
/// that is not finite says that <paramref name="x"/> is out of bounds.
/// </summary>
public delegate double Objective(ReadOnlySpan<double> x, Span<double> gradient);
