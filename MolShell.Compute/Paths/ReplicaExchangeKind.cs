namespace MolShell.Compute.Paths;

/// <summary>Which ensembles exchange their replicas.</summary>
public enum ReplicaExchangeKind
{
    None,

    /// <summary>Neighbours of a transition, and its outermost ensemble with the outer one.</summary>
    Neighbour,

    /// <summary>All ensembles of a transition with each other, and its outermost one with the outer one.</summary>
    All,
}
