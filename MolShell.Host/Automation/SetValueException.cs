namespace System.Management.Automation;

/// <summary>A property could not be set.</summary>
public class SetValueException : ExtendedTypeSystemException
{
    /// <summary>Without a message of its own.</summary>
    public SetValueException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public SetValueException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SetValueException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
