namespace System.Management.Automation;

/// <summary>An argument is not among those a validation attribute allows.</summary>
public class ValidationMetadataException : MetadataException
{
    /// <summary>Without a message of its own.</summary>
    public ValidationMetadataException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ValidationMetadataException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ValidationMetadataException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
