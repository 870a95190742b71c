namespace MolShell.Compute.Plots;

/// <summary>What the terminal can show.</summary>
public sealed record TerminalOptions
{
    /// <summary>Columns to fill; at least 30.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Lines to fill; at least 8.</summary>
    public int Height { get; init; } = 24;

    public ColorDepth Colors { get; init; }

    /// <summary>Keep to ASCII, for fonts and logs without braille and block characters.</summary>
    public bool Ascii { get; init; }
}
