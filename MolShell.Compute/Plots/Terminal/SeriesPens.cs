using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>One pen for each series of a figure: colours where there are any, else dashes, in ASCII signs.</summary>
internal static class SeriesPens
{
    private static readonly (int On, int Off)[] Dashes = [(0, 0), (5, 4), (1, 3), (8, 3), (3, 2), (1, 6)];

    public static Pen[] For(Figure figure, TerminalOptions options)
    {
        Glyphs glyphs = Glyphs.For(options.Ascii);
        bool single = figure.Series.Count(s => s is not HeatMapSeries) <= 1;
        Pen[] pens = new Pen[figure.Series.Length];
        int drawn = 0;
        for (int i = 0; i < pens.Length; i++)
        {
            (int on, int off) = options.Colors == ColorDepth.None && !options.Ascii ? Dashes[drawn % Dashes.Length] : (0, 0);
            char? sign = options.Ascii && !single ? glyphs.Marker(drawn) : null;
            pens[i] = new Pen(options.Colors == ColorDepth.None ? null : Palette.ScreenInk(drawn), sign, on, off);
            drawn += figure.Series[i] is HeatMapSeries ? 0 : 1;
        }

        return pens;
    }
}
