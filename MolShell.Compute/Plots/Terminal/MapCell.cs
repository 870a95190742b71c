using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>One character of a heat map: two pixels in colour, one shade without.</summary>
internal static class MapCell
{
    /// <param name="upper">Fraction of the colour range in the upper half of the cell; NaN for empty.</param>
    /// <param name="lower">The same for the lower half.</param>
    /// <param name="options">Colours and characters to be had.</param>
    public static Cell For(double upper, double lower, TerminalOptions options)
    {
        if (options.Colors < ColorDepth.Ansi256 || options.Ascii)
        {
            double both = double.IsNaN(upper) ? lower : double.IsNaN(lower) ? upper : (upper + lower) / 2;
            return double.IsNaN(both) ? Cell.Empty : new Cell(Glyphs.For(options.Ascii).Shade(both), null, null);
        }

        return (double.IsNaN(upper), double.IsNaN(lower)) switch
        {
            (true, true) => Cell.Empty,
            (true, false) => new Cell('▄', Color(lower), null),
            (false, true) => new Cell('▀', Color(upper), null),
            _ => new Cell('▀', Color(upper), Color(lower)),
        };
    }

    private static Ink Color(double fraction) => new(Viridis.At(fraction), 0);
}
