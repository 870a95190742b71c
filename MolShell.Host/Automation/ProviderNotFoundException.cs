namespace System.Management.Automation;

/// <summary>A path names a provider other than FileSystem.</summary>
public class ProviderNotFoundException : SessionStateException
{
    /// <summary>Without a message of its own.</summary>
    public ProviderNotFoundException()
    {
        SetErrorId("ProviderNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ProviderNotFoundException(string? message)
        : base(message)
    {
        SetErrorId("ProviderNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ProviderNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("ProviderNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }
}
