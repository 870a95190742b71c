namespace System.Management.Automation;

/// <summary>A property could not be read.</summary>
public class GetValueException : ExtendedTypeSystemException
{
    /// <summary>Without a message of its own.</summary>
    public GetValueException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public GetValueException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public GetValueException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
