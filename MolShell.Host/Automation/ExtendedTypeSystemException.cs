namespace System.Management.Automation;

/// <summary>Access to a member of an object failed.</summary>
public class ExtendedTypeSystemException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public ExtendedTypeSystemException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ExtendedTypeSystemException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ExtendedTypeSystemException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
