namespace System.Management.Automation;

/// <summary>An object has no such property.</summary>
public class PropertyNotFoundException : ExtendedTypeSystemException
{
    /// <summary>Without a message of its own.</summary>
    public PropertyNotFoundException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public PropertyNotFoundException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PropertyNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
