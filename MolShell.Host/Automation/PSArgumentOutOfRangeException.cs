namespace System.Management.Automation;

/// <summary>An argument is out of range.</summary>
public class PSArgumentOutOfRangeException : ArgumentOutOfRangeException, IContainsErrorRecord
{
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSArgumentOutOfRangeException()
        : base()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="paramName">The argument.</param>
    public PSArgumentOutOfRangeException(string? paramName)
        : base(paramName)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="paramName">The argument.</param>
    /// <param name="actualValue">Its value.</param>
    /// <param name="message">What went wrong.</param>
    public PSArgumentOutOfRangeException(string? paramName, object? actualValue, string? message)
        : base(paramName, actualValue, message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSArgumentOutOfRangeException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??=
            new ErrorRecord(new ParentContainsErrorRecordException(this), "ArgumentOutOfRange", ErrorCategory.InvalidArgument, null);
}
