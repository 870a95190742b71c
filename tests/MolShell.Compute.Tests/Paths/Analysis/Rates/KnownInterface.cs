using System.Collections.Immutable;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>What a reference knows of the excursions over an interface.</summary>
/// <param name="Value">Value of the interface.</param>
/// <param name="Flux">Excursions for each unit of time of which their state was the last one visited.</param>
/// <param name="Probability">Probability that an excursion over the innermost interface reaches this one.</param>
/// <param name="Ends">Probabilities to end in each state.</param>
internal sealed record KnownInterface(double Value, Known Flux, Known Probability, ImmutableArray<Known> Ends)
{
    /// <summary>Mean length [frames], where it is known.</summary>
    public Known? MeanLength { get; init; }
}
