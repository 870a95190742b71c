namespace MolShell.Compute.Paths;

/// <summary>Names of the groups of movers of default schemes, and the usual weight of each of their movers.</summary>
public static class MoveGroups
{
    /// <summary>Shooting in the ensembles of transitions.</summary>
    public const string Shooting = "Shooting";

    /// <summary>Shooting in the outer ensembles.</summary>
    public const string OuterShooting = "OuterShooting";

    /// <summary>One-way shots beside those of another kind.</summary>
    public const string OneWayShooting = "OneWayShooting";

    public const string ReplicaExchange = "ReplicaExchange";

    public const string PathReversal = "PathReversal";

    public const string Minus = "Minus";

    /// <summary>Passages of a single replica between ensembles.</summary>
    public const string EnsembleHop = "EnsembleHop";

    /// <summary>Exchange of reversed paths between the transitions of two states.</summary>
    public const string StateSwap = "StateSwap";

    /// <summary>Movers that are given one by one.</summary>
    public const string Custom = "Custom";

    /// <summary>Weight of one mover of a group: 1 for shooting, 0.5 for exchange and reversal, 0.2 for minus, 1 for others.</summary>
    public static double UsualWeight(string group) => group switch
    {
        ReplicaExchange or PathReversal or EnsembleHop => 0.5,
        Minus => 0.2,
        _ => 1,
    };
}
