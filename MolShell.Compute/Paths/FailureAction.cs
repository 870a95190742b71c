namespace MolShell.Compute.Paths;

/// <summary>What becomes of a trial whose dynamics failed.</summary>
public enum FailureAction
{
    /// <summary>The run ends with the fault; the step is not made.</summary>
    Stop,

    /// <summary>The trial is rejected, with <see cref="RejectionReason.EngineFailure"/>.</summary>
    Reject,
}
