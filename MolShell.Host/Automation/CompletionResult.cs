namespace System.Management.Automation;

/// <summary>One completion.</summary>
public class CompletionResult
{
    /// <summary>A completion with its own list text and tip.</summary>
    /// <param name="completionText">Text put in.</param>
    /// <param name="listItemText">Text in the list.</param>
    /// <param name="resultType">Its kind.</param>
    /// <param name="toolTip">Its tip.</param>
    public CompletionResult(string completionText, string listItemText, CompletionResultType resultType, string toolTip)
    {
        ArgumentException.ThrowIfNullOrEmpty(completionText);
        ArgumentException.ThrowIfNullOrEmpty(listItemText);
        ArgumentException.ThrowIfNullOrEmpty(toolTip);
        CompletionText = completionText;
        ListItemText = listItemText;
        ResultType = resultType;
        ToolTip = toolTip;
    }

    /// <summary>A plain text.</summary>
    /// <param name="completionText">Text put in.</param>
    public CompletionResult(string completionText)
        : this(completionText, completionText, CompletionResultType.Text, completionText)
    {
    }

    /// <summary>Text put in.</summary>
    public string CompletionText { get; }

    /// <summary>Text in the list.</summary>
    public string ListItemText { get; }

    /// <summary>Kind.</summary>
    public CompletionResultType ResultType { get; }

    /// <summary>Tip.</summary>
    public string ToolTip { get; }
}
