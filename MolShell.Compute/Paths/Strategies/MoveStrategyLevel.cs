namespace MolShell.Compute.Paths.Strategies;

/// <summary>When a strategy is applied: those of an earlier level come first, those of one level in the order in which they are given.</summary>
public enum MoveStrategyLevel
{
    /// <summary>Says which ensembles a kind of move connects.</summary>
    Signature,

    /// <summary>Says how moves of a kind are made.</summary>
    Mover,

    /// <summary>Weighs or removes groups.</summary>
    Group,

    /// <summary>Sets groups of groups against each other.</summary>
    SuperGroup,

    /// <summary>Sees all movers as they will be.</summary>
    Global,
}
