namespace MolShell.Compute.Paths;

/// <summary>What a network samples.</summary>
public enum PathNetworkKind
{
    /// <summary>Transition path sampling with paths of any length.</summary>
    Tps,

    /// <summary>Transition path sampling with paths of one length.</summary>
    FixedLengthTps,

    /// <summary>Transition interface sampling from one state.</summary>
    Tis,

    /// <summary>Interface sampling of several transitions, each with interfaces of its own.</summary>
    Mistis,

    /// <summary>Interface sampling of all transitions between several states, with one set of interfaces around each.</summary>
    Mstis,
}
