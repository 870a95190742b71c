namespace System.Management.Automation;

/// <summary>An argument is wrong.</summary>
public class PSArgumentException : ArgumentException, IContainsErrorRecord
{
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSArgumentException()
        : base()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public PSArgumentException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="paramName">The argument.</param>
    public PSArgumentException(string? message, string? paramName)
        : base(message, paramName)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSArgumentException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), "Argument", ErrorCategory.InvalidArgument, null);
}
