namespace System.Management.Automation;

/// <summary>A value can't be converted.</summary>
public class PSInvalidCastException : InvalidCastException, IContainsErrorRecord
{
    private readonly string errorId = "PSInvalidCastException";
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSInvalidCastException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public PSInvalidCastException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSInvalidCastException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal PSInvalidCastException(string errorId, string message, Exception? innerException)
        : base(message, innerException) => this.errorId = errorId;

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), errorId, ErrorCategory.InvalidArgument, null);
}
