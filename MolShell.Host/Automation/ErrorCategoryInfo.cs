using System.Globalization;

namespace System.Management.Automation;

/// <summary>Kind, cause and target of an error.</summary>
public class ErrorCategoryInfo
{
    private const int LongestName = 40;

    private readonly ErrorRecord owner;
    private string? activity;
    private string? reason;
    private string? targetName;
    private string? targetType;

    internal ErrorCategoryInfo(ErrorRecord owner, ErrorCategory category)
    {
        this.owner = owner;
        Category = category;
    }

    /// <summary>Kind.</summary>
    public ErrorCategory Category { get; internal set; }

    /// <summary>What was being done: the command's name.</summary>
    public string Activity
    {
        get => activity ?? owner.InvocationInfo?.MyCommand?.Name ?? string.Empty;
        set => activity = value;
    }

    /// <summary>Why: the exception's type.</summary>
    public string Reason
    {
        get => reason ?? owner.Exception.GetType().Name;
        set => reason = value;
    }

    /// <summary>The object at fault, as text.</summary>
    public string TargetName
    {
        get => targetName ?? PSObject.ToText(owner.TargetObject, CultureInfo.InvariantCulture);
        set => targetName = value;
    }

    /// <summary>Its type.</summary>
    public string TargetType
    {
        get => targetType ?? owner.TargetObject?.GetType().Name ?? string.Empty;
        set => targetType = value;
    }

    /// <summary>All in a line.</summary>
    /// <returns>The line.</returns>
    public string GetMessage() => GetMessage(CultureInfo.InvariantCulture);

    /// <summary>All in a line.</summary>
    /// <param name="uiCultureInfo">Culture; only the invariant one is known.</param>
    /// <returns>The line.</returns>
    public string GetMessage(CultureInfo uiCultureInfo) =>
        string.Create(uiCultureInfo, $"{Category}: ({Ellipsize(TargetName)}:{Ellipsize(TargetType)}) [{Ellipsize(Activity)}], {Reason}");

    /// <inheritdoc/>
    public override string ToString() => GetMessage();

    private static string Ellipsize(string text)
    {
        if (text.Length <= LongestName)
        {
            return text;
        }

        int half = (LongestName - 1) / 2;
        return string.Concat(text.AsSpan(0, half), "…", text.AsSpan(text.Length - half));
    }
}
