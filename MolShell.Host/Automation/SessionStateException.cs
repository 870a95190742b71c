namespace System.Management.Automation;

/// <summary>A path or a variable could not be reached.</summary>
public class SessionStateException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public SessionStateException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public SessionStateException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SessionStateException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
