namespace System.Management.Automation;

/// <summary>A method could not be called.</summary>
public class MethodException : ExtendedTypeSystemException
{
    /// <summary>Without a message of its own.</summary>
    public MethodException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public MethodException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public MethodException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
