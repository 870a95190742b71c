namespace MolShell.Compute.Plots.Terminal;

/// <summary>The characters axes and markers are made of, in Unicode or in ASCII.</summary>
internal sealed record Glyphs(
    char Vertical, char TickLeft, char Corner, char CornerTick, char Horizontal, char TickDown, char Block, string Markers, string Shades)
{
    private static readonly Glyphs Unicode = new('│', '┤', '└', '┴', '─', '┬', '█', "●▲■◆○△□◇", "·░▒▓█");
    private static readonly Glyphs Plain = new('|', '+', '+', '+', '-', '+', '#', "*+ox#@%&", ".:-=+*#%@");

    public static Glyphs For(bool ascii) => ascii ? Plain : Unicode;

    public char Marker(int series) => Markers[series % Markers.Length];

    /// <summary>The shade for a fraction of the range, light to dark.</summary>
    public char Shade(double fraction) => Shades[Math.Clamp((int)(fraction * Shades.Length), 0, Shades.Length - 1)];
}
