namespace System.Management.Automation;

/// <summary>The getter of a property threw.</summary>
public class GetValueInvocationException : GetValueException
{
    /// <summary>Without a message of its own.</summary>
    public GetValueInvocationException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public GetValueInvocationException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public GetValueInvocationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
