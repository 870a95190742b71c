namespace System.Management.Automation;

/// <summary>A wildcard pattern is malformed.</summary>
public class WildcardPatternException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public WildcardPatternException()
    {
        SetErrorId("RuntimeException");
        SetErrorCategory(ErrorCategory.InvalidArgument);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public WildcardPatternException(string? message)
        : base(message)
    {
        SetErrorId("RuntimeException");
        SetErrorCategory(ErrorCategory.InvalidArgument);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public WildcardPatternException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("RuntimeException");
        SetErrorCategory(ErrorCategory.InvalidArgument);
    }
}
