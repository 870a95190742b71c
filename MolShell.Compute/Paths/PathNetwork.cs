using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Compute.Paths;

/// <summary>States and the path ensembles that are sampled together. Immutable.</summary>
public sealed class PathNetwork
{
    private PathNetwork(
        PathNetworkKind kind,
        ImmutableArray<StateVolume> initial,
        ImmutableArray<StateVolume> final,
        ImmutableArray<PathEnsemble> ensembles)
    {
        Kind = kind;
        InitialStates = initial;
        FinalStates = final;
        Ensembles = ensembles;
    }

    public PathNetworkKind Kind { get; }

    public ImmutableArray<StateVolume> InitialStates { get; }

    public ImmutableArray<StateVolume> FinalStates { get; }

    /// <summary>What is sampled; each ensemble has one active path.</summary>
    public ImmutableArray<PathEnsemble> Ensembles { get; }

    /// <summary>Transition path sampling of paths of any length between states.</summary>
    /// <param name="initial">States that paths begin in.</param>
    /// <param name="final">States that paths end in. The same states as in <paramref name="initial"/> sample transitions both ways.</param>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap.</exception>
    public static PathNetwork Tps(IEnumerable<StateVolume> initial, IEnumerable<StateVolume> final)
    {
        ImmutableArray<StateVolume> from = [.. initial];
        ImmutableArray<StateVolume> to = [.. final];
        return new PathNetwork(PathNetworkKind.Tps, from, to, [new TransitionEnsemble(from, to)]);
    }

    /// <summary>Transition path sampling of paths of <paramref name="length"/> frames between states.</summary>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap, or the length is below 3.</exception>
    public static PathNetwork FixedLengthTps(IEnumerable<StateVolume> initial, IEnumerable<StateVolume> final, int length)
    {
        ImmutableArray<StateVolume> from = [.. initial];
        ImmutableArray<StateVolume> to = [.. final];
        return new PathNetwork(PathNetworkKind.FixedLengthTps, from, to, [new FixedLengthEnsemble(from, to, length)]);
    }

    /// <summary>
    /// Whether some path read backward in time is a path of the network too, so that path reversal can be accepted: two states must be
    /// both initial and final.
    /// </summary>
    public bool HasReversiblePaths =>
        InitialStates.Select(s => s.Describe()).Intersect(FinalStates.Select(s => s.Describe())).Count() > 1;

    /// <summary>The definition as text, the same for the same network in every run.</summary>
    public string Describe() => $"{Kind}: " + string.Join("; ", Ensembles.Select(e => e.Describe()));

    public override string ToString() => $"{Kind} {string.Join(", ", Ensembles.Select(e => e.Name))}";
}
