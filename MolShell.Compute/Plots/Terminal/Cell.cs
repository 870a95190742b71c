using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>One character of a terminal with its colours; null is the terminal's own.</summary>
internal readonly record struct Cell(char Glyph, Ink? Foreground, Ink? Background)
{
    public static readonly Cell Empty = new(' ', null, null);

    public bool IsEmpty => Glyph == ' ' && Background is null;
}
