namespace System.Management.Automation;

/// <summary>A method threw.</summary>
public class MethodInvocationException : MethodException
{
    /// <summary>Without a message of its own.</summary>
    public MethodInvocationException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public MethodInvocationException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public MethodInvocationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
