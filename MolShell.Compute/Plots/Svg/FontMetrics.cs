namespace MolShell.Compute.Plots.Svg;

/// <summary>Widths of text in Helvetica and its like, close enough for margins; an SVG cannot ask the font.</summary>
internal static class FontMetrics
{
    /// <summary>Width of a line of text [px] at a font size [px].</summary>
    public static double Width(string text, double size) => size * text.Sum(Advance);

    /// <summary>The text, cut where it is wider than <paramref name="width"/> [px].</summary>
    public static string Fit(string text, double width, double size)
    {
        string fitted = text;
        while (fitted.Length > 1 && Width(fitted, size) > width)
        {
            fitted = fitted[..^2] + '…';
        }

        return fitted;
    }

    private static double Advance(char c) => c switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.24,
        'f' or 't' or 'I' or '.' or ',' or ':' or ';' or '!' or '/' or ' ' or '[' or ']' => 0.28,
        'r' or '(' or ')' or '-' => 0.33,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.87,
        >= '⁰' and <= '⁻' or '¹' or '²' or '³' => 0.37,
        >= 'A' and <= 'Z' => 0.69,
        '×' or '−' or '+' or '=' or '±' => 0.59,
        > '\u2fff' => 1,
        _ => 0.56,
    };
}
