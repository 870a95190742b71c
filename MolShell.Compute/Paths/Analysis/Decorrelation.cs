namespace MolShell.Compute.Paths.Analysis;

/// <summary>How fast a series of paths forgets its past: a path is decorrelated from an earlier one when they have no frame in common.</summary>
/// <param name="Paths">
/// Number of times that the path had no frame left in common with the one it was compared with, which it then took the place of: the length
/// of the series in decorrelated paths.
/// </param>
/// <param name="FirstStep">Number of the first step whose path had no frame of the first path seen; null where there was none.</param>
/// <param name="StepsPerPath">Mean number of steps from one decorrelated path to the next; null where there was none.</param>
public sealed record Decorrelation(long Paths, long? FirstStep, double? StepsPerPath)
{
    public override string ToString() => Paths == 0 ? "none" : FormattableString.Invariant($"{Paths}, one in {StepsPerPath:g4} steps");
}
