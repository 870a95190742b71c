namespace MolShell.Host.Formatting.Rendering;

/// <summary>Escape sequences around headers; none where the output is no terminal.</summary>
internal sealed record TextStyle(string Header, string LabelHeader, string Reset)
{
    public static TextStyle Plain { get; } = new("", "", "");

    /// <summary>PowerShell's: bold green, headers that are no property's name in italics.</summary>
    public static TextStyle Terminal { get; } = new("\u001b[32;1m", "\u001b[32;1;3m", "\u001b[0m");
}
