namespace MolShell.Compute.Paths.Movers;

/// <summary>How the moves of a sequence depend on each other.</summary>
public enum SequenceRule
{
    /// <summary>Each is accepted or rejected for itself.</summary>
    Each,

    /// <summary>The first that is rejected ends the sequence; those before it stay accepted.</summary>
    UntilRejected,

    /// <summary>All are accepted, or nothing changes.</summary>
    All,
}
