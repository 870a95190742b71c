namespace System.Management.Automation;

/// <summary>An argument is null.</summary>
public class PSArgumentNullException : ArgumentNullException, IContainsErrorRecord
{
    private readonly string? plainMessage;
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
        : base(paramName, message) => plainMessage = message;

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSArgumentNullException(string? message, Exception? innerException)
        : base(message, innerException) => plainMessage = message;

    /// <summary>The message, without the name of the argument.</summary>
    public override string Message => plainMessage ?? base.Message;

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), "ArgumentNull", ErrorCategory.InvalidArgument, null);
}
