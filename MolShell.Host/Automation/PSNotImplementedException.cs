namespace System.Management.Automation;

/// <summary>Not implemented.</summary>
public class PSNotImplementedException : NotImplementedException, IContainsErrorRecord
{
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSNotImplementedException()
        : base()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public PSNotImplementedException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSNotImplementedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), "NotImplemented", ErrorCategory.NotImplemented, null);
}
