namespace System.Management.Automation;

/// <summary>The attributes of a command or a parameter contradict each other.</summary>
public class MetadataException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public MetadataException()
    {
        SetErrorId("RuntimeException");
        SetErrorCategory(ErrorCategory.MetadataError);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public MetadataException(string? message)
        : base(message)
    {
        SetErrorId("RuntimeException");
        SetErrorCategory(ErrorCategory.MetadataError);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public MetadataException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("RuntimeException");
        SetErrorCategory(ErrorCategory.MetadataError);
    }
}
