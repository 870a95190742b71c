namespace System.Management.Automation;

/// <summary>An argument is null.</summary>
public class PSArgumentNullException : ArgumentNullException, IContainsErrorRecord
{
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSArgumentNullException()
        : base()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="paramName">The argument.</param>
    public PSArgumentNullException(string? paramName)
        : base(paramName)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="paramName">The argument.</param>
    /// <param name="message">What went wrong.</param>
    public PSArgumentNullException(string? paramName, string? message)
        : base(paramName, message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSArgumentNullException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), "ArgumentNull", ErrorCategory.InvalidArgument, null);
}
