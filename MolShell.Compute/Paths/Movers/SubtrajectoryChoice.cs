namespace MolShell.Compute.Paths.Movers;

/// <summary>Which of the parts of a path that are in an ensemble is taken.</summary>
public enum SubtrajectoryChoice
{
    First,
    Final,

    /// <summary>Any, all with the same probability.</summary>
    Random,
}
