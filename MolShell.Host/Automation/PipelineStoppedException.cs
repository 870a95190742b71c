namespace System.Management.Automation;

/// <summary>The pipeline was stopped, by Ctrl-C or because a later command has all it needs.</summary>
public class PipelineStoppedException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public PipelineStoppedException()
        : base("The pipeline has been stopped.")
    {
        SetErrorId("PipelineStopped");
        SetErrorCategory(ErrorCategory.OperationStopped);
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public PipelineStoppedException(string? message)
        : base(message)
    {
        SetErrorId("PipelineStopped");
        SetErrorCategory(ErrorCategory.OperationStopped);
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public PipelineStoppedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("PipelineStopped");
        SetErrorCategory(ErrorCategory.OperationStopped);
    }
}
