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
        ImmutableArray<PathEnsemble> ensembles,
        ImmutableArray<PathTransition> transitions,
        ImmutableArray<InterfaceEnsemble> outer)
    {
        Kind = kind;
        InitialStates = initial;
        FinalStates = final;
        States = [.. initial.Union(final)];
        Ensembles = ensembles;
        Transitions = transitions;
        OuterEnsembles = outer;
        if (ensembles.GroupBy(e => e.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two ensembles of the network have the name {twice.Key}; records could not tell them apart.");
        }
    }

    public PathNetworkKind Kind { get; }

    public ImmutableArray<StateVolume> InitialStates { get; }

    public ImmutableArray<StateVolume> FinalStates { get; }

    /// <summary>All states, each once; records number them in this order.</summary>
    public ImmutableArray<StateVolume> States { get; }

    /// <summary>
    /// What is sampled: of networks with interfaces the ensembles of each transition from the innermost interface outward, then the outer
    /// ensembles, then the minus ensembles. A scheme may use part of them.
    /// </summary>
    public ImmutableArray<PathEnsemble> Ensembles { get; }

    /// <summary>Transitions with interfaces; empty for transition path sampling without.</summary>
    public ImmutableArray<PathTransition> Transitions { get; }

    /// <summary>Ensembles of paths that begin in any state and reach its outermost interface, over which replicas pass between states.</summary>
    public ImmutableArray<InterfaceEnsemble> OuterEnsembles { get; }

    /// <summary>Transition path sampling of paths of any length between states.</summary>
    /// <param name="initial">States that paths begin in.</param>
    /// <param name="final">States that paths end in. The same states as in <paramref name="initial"/> sample transitions both ways.</param>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap.</exception>
    public static PathNetwork Tps(IEnumerable<StateVolume> initial, IEnumerable<StateVolume> final)
    {
        ImmutableArray<StateVolume> from = [.. initial];
        ImmutableArray<StateVolume> to = [.. final];
        return new PathNetwork(PathNetworkKind.Tps, from, to, [new TransitionEnsemble(from, to)], [], []);
    }

    /// <summary>Transition path sampling of paths of <paramref name="length"/> frames between states.</summary>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap, or the length is below 3.</exception>
    public static PathNetwork FixedLengthTps(IEnumerable<StateVolume> initial, IEnumerable<StateVolume> final, int length)
    {
        ImmutableArray<StateVolume> from = [.. initial];
        ImmutableArray<StateVolume> to = [.. final];
        return new PathNetwork(PathNetworkKind.FixedLengthTps, from, to, [new FixedLengthEnsemble(from, to, length)], [], []);
    }

    /// <summary>
    /// Transition interface sampling: paths from the state inside the interfaces, for its rates to the final states.
    /// </summary>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap.</exception>
    public static PathNetwork Tis(InterfaceSet interfaces, params IEnumerable<StateVolume> final)
    {
        ArgumentNullException.ThrowIfNull(interfaces);
        ImmutableArray<StateVolume> to = [.. final];
        return OfTransitions(PathNetworkKind.Tis, [(interfaces, to)], [interfaces.State, .. to], withOuter: false);
    }

    /// <summary>
    /// Several transitions, each from a state over interfaces of its own to its final states. Paths end in any state of the network.
    /// Rogal, Bolhuis 2008, doi:10.1063/1.3029696.
    /// </summary>
    /// <exception cref="ArgumentException">There is no transition, or states are missing, equal, or overlap.</exception>
    public static PathNetwork Mistis(params IEnumerable<(InterfaceSet Interfaces, ImmutableArray<StateVolume> Final)> transitions)
    {
        ArgumentNullException.ThrowIfNull(transitions);
        ImmutableArray<(InterfaceSet Interfaces, ImmutableArray<StateVolume> Final)> given = [.. transitions];
        ImmutableArray<StateVolume> states = [.. given.Select(t => t.Interfaces.State).Union(given.SelectMany(t => t.Final))];
        return OfTransitions(PathNetworkKind.Mistis, given, states, withOuter: true);
    }

    /// <summary>
    /// All transitions between the states, with one set of interfaces around each and an outer ensemble over which replicas pass between
    /// states. Rogal, Bolhuis 2008, doi:10.1063/1.3029696.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than two states, or they are equal or overlap.</exception>
    public static PathNetwork Mstis(params IEnumerable<InterfaceSet> interfaces)
    {
        ArgumentNullException.ThrowIfNull(interfaces);
        ImmutableArray<InterfaceSet> given = [.. interfaces];
        ImmutableArray<StateVolume> states = [.. given.Select(i => i.State)];
        return OfTransitions(
            PathNetworkKind.Mstis, [.. given.Select(i => (i, states.Remove(i.State)))], states, withOuter: true);
    }

    /// <summary>
    /// Whether some path read backward in time is a path of the network too, so that path reversal can be accepted: two states must be
    /// both initial and final, or there are interfaces, whose paths may come back to their state.
    /// </summary>
    public bool HasReversiblePaths => !Transitions.IsEmpty ||
        InitialStates.Select(s => s.Describe()).Intersect(FinalStates.Select(s => s.Describe())).Count() > 1;

    /// <summary>The definition as text, the same for the same network in every run.</summary>
    public string Describe() => $"{Kind}: " + string.Join("; ", Ensembles.Select(e => e.Describe()));

    /// <summary>The network in names and numbers, as records carry it.</summary>
    public NetworkSummary Summarize() => new()
    {
        Kind = Kind,
        States = [.. States.Select(s => s.Name)],
        Ensembles = [.. Ensembles.Select(e => e.Name)],
        OuterEnsembles = [.. OuterEnsembles.Select(e => e.Name)],
        Transitions = [.. Transitions.Select(t => new TransitionSummary
        {
            Name = t.Name,
            InitialState = States.IndexOf(t.Initial),
            FinalStates = [.. t.Final.Select(f => States.IndexOf(f))],
            Variable = t.Interfaces.Variable.Name,
            Values = t.Interfaces.Values,
            IsIncreasing = t.Interfaces.IsIncreasing,
            Ensembles = [.. t.Ensembles.Select(e => e.Name)],
            MinusEnsemble = t.Minus.Name,
        })],
    };

    public override string ToString() => Transitions.IsEmpty
        ? $"{Kind} {string.Join(", ", Ensembles.Select(e => e.Name))}"
        : $"{Kind} {string.Join(", ", Transitions)}";

    private static PathNetwork OfTransitions(
        PathNetworkKind kind,
        ImmutableArray<(InterfaceSet Interfaces, ImmutableArray<StateVolume> Final)> given,
        ImmutableArray<StateVolume> states,
        bool withOuter)
    {
        if (given.IsEmpty)
        {
            throw new ArgumentException("A network needs at least one transition.", nameof(given));
        }

        List<PathTransition> transitions = [];
        foreach ((InterfaceSet interfaces, ImmutableArray<StateVolume> final) in given)
        {
            // Where a state has one set of interfaces, its name says all.
            bool isOnly = given.Count(t => t.Interfaces.State == interfaces.State) == 1 && kind == PathNetworkKind.Mstis;
            string name = isOnly ? interfaces.State.Name : $"{interfaces.State.Name} -> {string.Join(" or ", final.Select(f => f.Name))}";
            transitions.Add(new PathTransition(
                name,
                final,
                interfaces,
                [.. interfaces.Values.Select((value, i) => new InterfaceEnsemble(
                    FormattableString.Invariant($"{name}, {interfaces.Variable.Name} = {value}"), states, new InterfaceOrigin(interfaces, i)))],
                new MinusEnsemble($"{name}, minus", states, interfaces)));
        }

        ImmutableArray<InterfaceEnsemble> outer = withOuter ? OuterOf(transitions, states) : [];
        return new PathNetwork(
            kind,
            [.. transitions.Select(t => t.Initial).Distinct()],
            states,
            [.. transitions.SelectMany(t => t.Ensembles), .. outer, .. transitions.Select(t => t.Minus)],
            [.. transitions],
            outer);
    }

    // Of several sets around one state the first takes part, since a path of the outer ensemble has one interface to reach.
    private static ImmutableArray<InterfaceEnsemble> OuterOf(IEnumerable<PathTransition> transitions, ImmutableArray<StateVolume> states)
    {
        InterfaceOrigin[] origins =
            [.. transitions.DistinctBy(t => t.Initial).Select(t => new InterfaceOrigin(t.Interfaces, t.Interfaces.Count - 1))];
        return origins.Length > 1 ? [new InterfaceEnsemble("outer", states, origins)] : [];
    }
}
