namespace MolShell.Compute.Paths;

/// <summary>What a network samples.</summary>
public enum PathNetworkKind
{
    /// <summary>Transition path sampling with paths of any length.</summary>
    Tps,

    /// <summary>Transition path sampling with paths of one length.</summary>
    FixedLengthTps,
}
