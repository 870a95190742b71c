namespace System.Management.Automation;

/// <summary>A cmdlet ended with an exception or a terminating error.</summary>
public class CmdletInvocationException : RuntimeException
{
    private readonly ErrorRecord? record;

    /// <summary>Without a message of its own.</summary>
    public CmdletInvocationException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public CmdletInvocationException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CmdletInvocationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For a terminating error.</summary>
    /// <param name="errorRecord">The error.</param>
    public CmdletInvocationException(ErrorRecord errorRecord)
        : base(errorRecord?.Exception?.Message, errorRecord?.Exception) => record = errorRecord;

    /// <summary>For an exception that a cmdlet let go.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="invocation">The command.</param>
    public CmdletInvocationException(Exception exception, InvocationInfo? invocation)
        : base(exception?.Message, exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        record = exception is IContainsErrorRecord own
            ? new ErrorRecord(own.ErrorRecord, exception)
            : new ErrorRecord(exception, exception.GetType().FullName!, ErrorCategory.NotSpecified, null);
        record.SetInvocationInfo(invocation);
    }

    /// <inheritdoc/>
    public override ErrorRecord ErrorRecord => record ?? base.ErrorRecord;
}
