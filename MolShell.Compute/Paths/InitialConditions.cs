using System.Collections.Immutable;
using System.Globalization;

namespace MolShell.Compute.Paths;

/// <summary>First paths for the ensembles of a network, and what of them is missing or of no use.</summary>
public sealed record InitialConditions
{
    /// <summary>The paths that were found, in the order of the ensembles, numbered as replicas.</summary>
    public required ImmutableArray<PathSample> Samples { get; init; }

    /// <summary>The ensembles that no path was found for.</summary>
    public required ImmutableArray<PathEnsemble> Missing { get; init; }

    /// <summary>The given samples of which no ensemble has use: those of other ensembles, and those that are not in their own.</summary>
    public required ImmutableArray<PathSample> Extra { get; init; }

    /// <summary>For each missing ensemble, how its states were visited, such as "state A had 3 frames, state B was never found".</summary>
    public required ImmutableArray<string> Visits { get; init; }

    /// <summary>Number of given frames.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Whether every ensemble has a path.</summary>
    public bool IsComplete => Missing.IsEmpty;

    /// <summary>The paths as the start of a run.</summary>
    /// <exception cref="PathSamplingException">Paths are missing; the message names the ensembles and what they lack.</exception>
    public SampleSet ToSampleSet() =>
        IsComplete ? new SampleSet(Samples) : throw new PathSamplingException(string.Join(' ', Missing.Select(Complaint)));

    /// <summary>Such as "3 paths; missing: A minus; extra: C -> D".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Samples.Length} paths")
        + (IsComplete ? string.Empty : $"; missing: {string.Join(", ", Missing.Select(e => e.Name))}")
        + (Extra.IsEmpty ? string.Empty : $"; extra: {string.Join(", ", Extra.Select(s => s.Ensemble.Name))}");

    private string Complaint(PathEnsemble ensemble, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"The {FrameCount} given frames hold no path of the ensemble {ensemble.Name} ({ensemble.Describe()}): {Visits[index]}.");
}
