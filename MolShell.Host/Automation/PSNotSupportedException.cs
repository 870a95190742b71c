namespace System.Management.Automation;

/// <summary>Not supported.</summary>
public class PSNotSupportedException : NotSupportedException, IContainsErrorRecord
{
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSNotSupportedException()
        : base()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public PSNotSupportedException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSNotSupportedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), "NotSupported", ErrorCategory.NotImplemented, null);
}
