namespace System.Management.Automation;

/// <summary>An argument could not be transformed.</summary>
public class ArgumentTransformationMetadataException : MetadataException
{
    /// <summary>Without a message of its own.</summary>
    public ArgumentTransformationMetadataException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ArgumentTransformationMetadataException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ArgumentTransformationMetadataException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
