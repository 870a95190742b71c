namespace System.Management.Automation;

/// <summary>A path names a drive that does not exist.</summary>
public class DriveNotFoundException : SessionStateException
{
    /// <summary>Without a message of its own.</summary>
    public DriveNotFoundException()
    {
        SetErrorId("DriveNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public DriveNotFoundException(string? message)
        : base(message)
    {
        SetErrorId("DriveNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public DriveNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("DriveNotFound");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }
}
