namespace System.Management.Automation;

/// <summary>An argument could not be bound to a parameter.</summary>
public class ParameterBindingException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public ParameterBindingException()
        : this(null, null)
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public ParameterBindingException(string? message)
        : this(message, null)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public ParameterBindingException(string? message, Exception? innerException)
        : base(ErrorCategory.InvalidArgument, "ParameterBindingException", null, message, innerException)
    {
    }

    /// <summary>With all it knows.</summary>
    /// <param name="category">Kind of error.</param>
    /// <param name="errorId">Id of the error.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="invocation">The command.</param>
    /// <param name="parameterName">The parameter.</param>
    /// <param name="parameterType">Its type.</param>
    /// <param name="typeSpecified">Type of the argument.</param>
    /// <param name="innerException">The cause.</param>
    public ParameterBindingException(
        ErrorCategory category,
        string errorId,
        string message,
        InvocationInfo? invocation,
        string? parameterName,
        Type? parameterType,
        Type? typeSpecified,
        Exception? innerException)
        : base(category, errorId, null, message, innerException)
    {
        ErrorId = errorId;
        CommandInvocation = invocation;
        ParameterName = parameterName ?? string.Empty;
        ParameterType = parameterType;
        TypeSpecified = typeSpecified;
        if (invocation is not null)
        {
            ErrorRecord.SetInvocationInfo(invocation);
        }
    }

    /// <summary>Id of the error.</summary>
    public string ErrorId { get; } = "ParameterBindingException";

    /// <summary>The parameter, empty where none is meant.</summary>
    public string ParameterName { get; } = string.Empty;

    /// <summary>Type of the parameter.</summary>
    public Type? ParameterType { get; }

    /// <summary>Type of the argument.</summary>
    public Type? TypeSpecified { get; }

    /// <summary>The command.</summary>
    public InvocationInfo? CommandInvocation { get; }

    /// <summary>Line of the script.</summary>
    public long Line => CommandInvocation?.ScriptLineNumber ?? -1;

    /// <summary>Column in the line.</summary>
    public long Offset => CommandInvocation?.OffsetInLine ?? -1;
}
