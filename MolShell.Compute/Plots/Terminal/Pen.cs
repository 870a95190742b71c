using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>How a series is told from others.</summary>
/// <param name="Ink">Its colour; null for the terminal's own.</param>
/// <param name="Sign">In ASCII, the sign that draws it; null for dots.</param>
/// <param name="On">Length of its dashes [dots]; 0 for a solid line.</param>
/// <param name="Off">Gap between dashes [dots].</param>
internal readonly record struct Pen(Ink? Ink, char? Sign = null, int On = 0, int Off = 0)
{
    public bool IsDown(int dot) => On == 0 || dot % (On + Off) < On;
}
