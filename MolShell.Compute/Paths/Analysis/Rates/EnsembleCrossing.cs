using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>How far the paths of one ensemble reach.</summary>
/// <param name="Ensemble">Name of the ensemble.</param>
/// <param name="Values">Values outward [unit of the variable], shape [n].</param>
/// <param name="Probabilities">Part of the paths that reach each value, shape [n].</param>
public sealed record EnsembleCrossing(string Ensemble, ImmutableArray<double> Values, ImmutableArray<double> Probabilities);
