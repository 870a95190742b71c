namespace System.Management.Automation;

/// <summary>An error of a running script or command; carries an error record.</summary>
public class RuntimeException : SystemException, IContainsErrorRecord
{
    private ErrorRecord? errorRecord;
    private string errorId = "RuntimeException";
    private ErrorCategory category = ErrorCategory.NotSpecified;
    private object? target;

    /// <summary>Without a message of its own.</summary>
    public RuntimeException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public RuntimeException(string? message)
        : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public RuntimeException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With its error record.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    /// <param name="errorRecord">The record.</param>
    public RuntimeException(string? message, Exception? innerException, ErrorRecord? errorRecord)
        : base(message, innerException) => this.errorRecord = errorRecord;

    /// <summary>With all that its record needs.</summary>
    /// <param name="category">Kind of error.</param>
    /// <param name="errorId">Its id.</param>
    /// <param name="target">The object at fault.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public RuntimeException(ErrorCategory category, string errorId, object? target, string? message, Exception? innerException = null)
        : base(message, innerException)
    {
        this.category = category;
        this.errorId = errorId;
        this.target = target;
    }

    /// <inheritdoc/>
    public virtual ErrorRecord ErrorRecord =>
        errorRecord ??= new ErrorRecord(new ParentContainsErrorRecordException(this), errorId, category, target);

    /// <summary>Whether a throw statement made it.</summary>
    public bool WasThrownFromThrowStatement { get; set; }

    /// <summary>Puts this exception itself into its record, as a throw statement does.</summary>
    public void StandInOwnRecord() => errorRecord = new ErrorRecord(ErrorRecord, this);

    internal void SetErrorId(string id) => errorId = id;

    internal void SetErrorCategory(ErrorCategory value) => category = value;

    internal void SetTargetObject(object? value) => target = value;
}
