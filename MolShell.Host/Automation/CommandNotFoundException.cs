namespace System.Management.Automation;

/// <summary>No command has that name.</summary>
public class CommandNotFoundException : RuntimeException
{
    /// <summary>Without a message of its own.</summary>
    public CommandNotFoundException()
        : this(null, null)
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What went wrong.</param>
    public CommandNotFoundException(string? message)
        : this(message, null)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CommandNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        SetErrorId("CommandNotFoundException");
        SetErrorCategory(ErrorCategory.ObjectNotFound);
    }

    /// <summary>For a name.</summary>
    /// <param name="commandName">The name as written.</param>
    /// <param name="errorId">Id of the error.</param>
    /// <param name="message">What went wrong.</param>
    public CommandNotFoundException(string commandName, string errorId, string message)
        : base(ErrorCategory.ObjectNotFound, errorId, commandName, message) => CommandName = commandName;

    /// <summary>The name that was looked for.</summary>
    public string CommandName { get; set; } = string.Empty;
}
