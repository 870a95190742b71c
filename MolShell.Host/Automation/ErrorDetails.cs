namespace System.Management.Automation;

/// <summary>A message that is shown in place of the exception's.</summary>
/// <param name="message">The message.</param>
public class ErrorDetails(string message)
{
    /// <summary>The message.</summary>
    public string Message { get; } = message ?? string.Empty;

    /// <summary>What to do.</summary>
    public string RecommendedAction { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => Message;
}
