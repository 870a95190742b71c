namespace System.Management.Automation;

/// <summary>Stands in an error record for the exception that carries the record itself.</summary>
public class ParentContainsErrorRecordException : SystemException
{
    private readonly Exception? wrapper;

    /// <summary>Without a message.</summary>
    public ParentContainsErrorRecordException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ParentContainsErrorRecordException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ParentContainsErrorRecordException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For an exception that carries a record.</summary>
    /// <param name="wrapperException">The exception; its message is given out.</param>
    public ParentContainsErrorRecordException(Exception wrapperException) => wrapper = wrapperException;

    /// <inheritdoc/>
    public override string Message => wrapper?.Message ?? base.Message;
}
