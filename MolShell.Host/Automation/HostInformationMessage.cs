namespace System.Management.Automation;

/// <summary>What Write-Host wrote.</summary>
public class HostInformationMessage
{
    /// <summary>Text.</summary>
    public string? Message { get; set; }

    /// <summary>Whether the line goes on.</summary>
    public bool? NoNewLine { get; set; }

    /// <summary>Colour of the text.</summary>
    public ConsoleColor? ForegroundColor { get; set; }

    /// <summary>Colour behind it.</summary>
    public ConsoleColor? BackgroundColor { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Message ?? string.Empty;
}
