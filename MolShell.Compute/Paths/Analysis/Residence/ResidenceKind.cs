namespace MolShell.Compute.Paths.Analysis.Residence;

/// <summary>What ends a stay in a state.</summary>
public enum ResidenceKind
{
    /// <summary>The first frame outside.</summary>
    Continuous,

    /// <summary>An absence for longer than a tolerance, or a frame in another state; shorter absences count as part of the stay.</summary>
    Intermittent,

    /// <summary>The first frame in another state: the time for which the state is the last one visited, the inverse of its rates.</summary>
    LastVisited,
}
