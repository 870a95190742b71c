using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Compute.Paths;

/// <summary>
/// A state, the interfaces around it, and the states that it is left for: its rates are the flux through the first interface, times the
/// probability to reach the last one from there, times the probability to end in a final state from there. Immutable.
/// </summary>
/// <param name="Name">Name in records, such as "A -> B".</param>
/// <param name="Final">The states whose rates are asked for.</param>
/// <param name="Interfaces">The initial state and the interfaces around it.</param>
/// <param name="Ensembles">Paths from the state that reach interface i, for each i.</param>
/// <param name="Minus">Paths that stay around the state, for the flux.</param>
public sealed record PathTransition(
    string Name,
    ImmutableArray<StateVolume> Final,
    InterfaceSet Interfaces,
    ImmutableArray<InterfaceEnsemble> Ensembles,
    MinusEnsemble Minus)
{
    /// <summary>The state that paths begin in.</summary>
    public StateVolume Initial => Interfaces.State;

    public override string ToString() => $"{Name} ({Interfaces.Variable.Name}, {Interfaces.Count} interfaces)";
}
