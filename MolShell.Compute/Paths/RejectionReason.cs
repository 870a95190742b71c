namespace MolShell.Compute.Paths;

/// <summary>Why a trial path was rejected.</summary>
public enum RejectionReason
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>The trial is not in the ensemble: an end came to the wrong state.</summary>
    NotInEnsemble,

    /// <summary>The Metropolis rule decided against it, as it does most often against trials that are long.</summary>
    Metropolis,

    /// <summary>The trial reached the maximum length before its end.</summary>
    MaximumLength,

    /// <summary>A move that others are made of lacked the path that it needs.</summary>
    NoPath,

    /// <summary>The engine failed: the dynamics left the finite numbers, or its program ended or hung.</summary>
    EngineFailure,
}
