namespace System.Management.Automation;

/// <summary>The setter of a property threw.</summary>
public class SetValueInvocationException : SetValueException
{
    /// <summary>Without a message of its own.</summary>
    public SetValueInvocationException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public SetValueInvocationException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SetValueInvocationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
