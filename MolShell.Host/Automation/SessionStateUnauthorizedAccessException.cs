namespace System.Management.Automation;

/// <summary>A variable is read-only.</summary>
public class SessionStateUnauthorizedAccessException : SessionStateException
{
    /// <summary>Without a message of its own.</summary>
    public SessionStateUnauthorizedAccessException()
    {
        SetErrorId("VariableNotWritable");
        SetErrorCategory(ErrorCategory.WriteError);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public SessionStateUnauthorizedAccessException(string? message)
        : base(message)
    {
        SetErrorId("VariableNotWritable");
        SetErrorCategory(ErrorCategory.WriteError);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public SessionStateUnauthorizedAccessException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("VariableNotWritable");
        SetErrorCategory(ErrorCategory.WriteError);
    }
}
