using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Svg;

/// <summary>How a series looks in print.</summary>
/// <param name="Index">Its place among the series drawn with lines or points.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Dashes">Dash pattern [px]; empty for a solid line.</param>
internal sealed record SeriesStyle(int Index, Rgb Color, string Dashes)
{
    /// <summary>The style of a series; dashes tell those apart for which the colours come again.</summary>
    public static SeriesStyle For(int index, bool onMap)
    {
        string dashes = ((index / Palette.Print.Length) % 3) switch { 0 => "", 1 => "7 4", _ => "2 3" };
        return new SeriesStyle(index, onMap ? ColorOnMap(index) : Palette.PrintColor(index), dashes);
    }

    /// <summary>Blue, green and purple drown in viridis; white and the warm colours do not.</summary>
    private static Rgb ColorOnMap(int index) => index == 0 ? new Rgb(255, 255, 255) : Palette.PrintColor((2 * index) - 1);

    /// <summary>Attributes of an open line of this style; the fill comes last.</summary>
    public (string Name, object Value)[] Stroke(double width) =>
    [
        ("stroke", Color), ("stroke-width", width), ("stroke-linejoin", "round"), ("stroke-linecap", "round"),
        .. Dashes.Length > 0 ? new (string, object)[] { ("stroke-dasharray", Dashes) } : [],
        ("fill", "none"),
    ];
}
