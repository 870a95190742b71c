namespace System.Management.Automation;

/// <summary>An argument is wrong.</summary>
public class PSArgumentException : ArgumentException, IContainsErrorRecord
{
    private readonly string? plainMessage;
    private ErrorRecord? errorRecord;

    /// <summary>Makes the exception.</summary>
    public PSArgumentException()
        : base()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public PSArgumentException(string? message)
        : base(message) => plainMessage = message;

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="paramName">The argument.</param>
    public PSArgumentException(string? message, string? paramName)
        : base(message, paramName) => plainMessage = message;

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PSArgumentException(string? message, Exception? innerException)
        : base(message, innerException) => plainMessage = message;

    /// <summary>The message, without the name of the argument.</summary>
    public override string Message => plainMessage ?? base.Message;

    /// <inheritdoc/>
    public ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), "Argument", ErrorCategory.InvalidArgument, null);
}
