using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>A character drawn over another one.</summary>
internal static class Overlay
{
    private static readonly Ink Black = new(new Rgb(0, 0, 0), 30);
    private static readonly Ink White = new(new Rgb(255, 255, 255), 97);

    /// <summary>
    /// The new sign on what the old one looked like from afar: the colour of its filled part becomes the background. Over a heat
    /// map the sign is black or white, whichever shows.
    /// </summary>
    public static Cell Over(Cell below, char glyph, Ink? ink) => below switch
    {
        { Glyph: '█', Foreground: { } full } => new Cell(glyph, ink, full),
        { Background: { } lower, Foreground: { } upper } => OnMap(glyph, new Ink(Rgb.Mix(upper.Color, lower.Color, 0.5), 30)),
        { Background: { } map } => OnMap(glyph, map),
        _ => new Cell(glyph, ink, null),
    };

    private static Cell OnMap(char glyph, Ink map) => new(glyph, Luminance(map.Color) > 0.35 ? Black : White, map);

    /// <summary>Relative luminance, roughly: squares stand for the sRGB transfer function.</summary>
    private static double Luminance(Rgb c) =>
        ((0.2126 * c.R * c.R) + (0.7152 * c.G * c.G) + (0.0722 * c.B * c.B)) / (255.0 * 255.0);
}
