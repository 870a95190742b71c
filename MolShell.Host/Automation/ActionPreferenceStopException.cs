namespace System.Management.Automation;

/// <summary>An error or a warning ended the pipeline because the preference in force is Stop.</summary>
public class ActionPreferenceStopException : RuntimeException
{
    private readonly ErrorRecord? stoppingRecord;

    /// <summary>Without a message of its own.</summary>
    public ActionPreferenceStopException()
        : this(null, (Exception?)null)
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ActionPreferenceStopException(string? message)
        : this(message, (Exception?)null)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ActionPreferenceStopException(string? message, Exception? innerException)
        : base(ErrorCategory.OperationStopped, "ActionPreferenceStop", null, message, innerException)
    {
    }

    /// <summary>For the error that ended the pipeline.</summary>
    /// <param name="error">The error.</param>
    public ActionPreferenceStopException(ErrorRecord error)
        : this(
            "The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter is set to Stop: "
            + error,
            error?.Exception) => stoppingRecord = error;

    /// <summary>For a message of another stream that ended the pipeline.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="invocation">The command that wrote it.</param>
    public ActionPreferenceStopException(string message, InvocationInfo invocation)
        : this(message, (Exception?)null) => base.ErrorRecord.SetInvocationInfo(invocation);

    /// <inheritdoc/>
    public override ErrorRecord ErrorRecord => stoppingRecord ?? base.ErrorRecord;
}
