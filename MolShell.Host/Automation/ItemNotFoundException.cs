namespace System.Management.Automation;

/// <summary>A file or folder does not exist.</summary>
public class ItemNotFoundException : SessionStateException
{
    /// <summary>Without a message of its own.</summary>
    public ItemNotFoundException()
    {
        SetErrorId("PathNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ItemNotFoundException(string? message)
        : base(message)
    {
        SetErrorId("PathNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ItemNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("PathNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }
}
