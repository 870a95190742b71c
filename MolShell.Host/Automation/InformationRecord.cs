using System.Globalization;

namespace System.Management.Automation;

/// <summary>A message of the information stream.</summary>
/// <param name="messageData">The message.</param>
/// <param name="source">Who wrote it.</param>
public class InformationRecord(object? messageData, string? source)
{
    /// <summary>The message.</summary>
    public object? MessageData { get; } = messageData;

    /// <summary>Who wrote it.</summary>
    public string? Source { get; set; } = source;

    /// <summary>When.</summary>
    public DateTime TimeGenerated { get; set; } = DateTime.Now;

    /// <summary>Tags; PSHOST marks what Write-Host wrote.</summary>
    public List<string> Tags { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => PSObject.ToText(MessageData, CultureInfo.InvariantCulture);
}
