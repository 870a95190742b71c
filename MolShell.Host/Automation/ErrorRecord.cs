namespace System.Management.Automation;

/// <summary>One error: exception, id, category and target.</summary>
public class ErrorRecord
{
    private readonly string errorId;

    /// <summary>Describes an error.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="errorId">Id, unique within the command.</param>
    /// <param name="errorCategory">Kind.</param>
    /// <param name="targetObject">The object at fault.</param>
    public ErrorRecord(Exception exception, string errorId, ErrorCategory errorCategory, object? targetObject)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Exception = exception;
        this.errorId = errorId ?? string.Empty;
        TargetObject = targetObject;
        CategoryInfo = new ErrorCategoryInfo(this, errorCategory);
    }

    /// <summary>Copies an error, with the exception that carries it in place of its stand-in.</summary>
    /// <param name="errorRecord">The error.</param>
    /// <param name="replaceParentContainsErrorRecordException">The exception that carries it.</param>
    public ErrorRecord(ErrorRecord errorRecord, Exception? replaceParentContainsErrorRecordException)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        Exception = replaceParentContainsErrorRecordException is not null && errorRecord.Exception is ParentContainsErrorRecordException
            ? replaceParentContainsErrorRecordException
            : errorRecord.Exception;
        errorId = errorRecord.errorId;
        TargetObject = errorRecord.TargetObject;
        CategoryInfo = new ErrorCategoryInfo(this, errorRecord.CategoryInfo.Category);
        ErrorDetails = errorRecord.ErrorDetails;
        InvocationInfo = errorRecord.InvocationInfo;
    }

    /// <summary>What happened.</summary>
    public Exception Exception { get; }

    /// <summary>The object at fault.</summary>
    public object? TargetObject { get; }

    /// <summary>Kind, cause and target.</summary>
    public ErrorCategoryInfo CategoryInfo { get; }

    /// <summary>A message in place of the exception's.</summary>
    public ErrorDetails? ErrorDetails { get; set; }

    /// <summary>The command at fault.</summary>
    public InvocationInfo? InvocationInfo { get; private set; }

    /// <summary>Script calls that led here; molshell keeps none.</summary>
    public string? ScriptStackTrace => null;

    /// <summary>Id, with the class of the cmdlet after a comma.</summary>
    public string FullyQualifiedErrorId
    {
        get
        {
            string command = InvocationInfo?.MyCommand switch
            {
                CmdletInfo cmdlet => cmdlet.ImplementingType.FullName ?? cmdlet.Name,
                { } other => other.Name,
                null => string.Empty,
            };
            return errorId.Length == 0 || command.Length == 0 ? errorId + command : errorId + "," + command;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.IsNullOrEmpty(ErrorDetails?.Message)
            ? (string.IsNullOrEmpty(Exception.Message) ? Exception.ToString() : Exception.Message)
            : ErrorDetails.Message;

    internal void SetInvocationInfo(InvocationInfo? invocation)
    {
        if (invocation is not null)
        {
            InvocationInfo = invocation;
        }
    }
}
