using System.Text;
using System.Text.Json;
using MolShell.Compute.Plots.Web;

namespace MolShell.Compute.Plots;

/// <summary>
/// Draws a <see cref="Figure"/> as an interactive page in one file: plotly.js and the data stand in it, and it asks the network for
/// nothing. Where the build could not fetch plotly.js the page carries the picture of <see cref="SvgRenderer"/> and says so.
/// </summary>
public static class HtmlRenderer
{
    /// <summary>Whether pages are interactive in this build.</summary>
    public static bool IsInteractive => WebResource.Plotly is not null;

    /// <summary>Writes the page to <paramref name="writer"/>, which should encode UTF-8.</summary>
    /// <exception cref="ArgumentException">An axis of the figure has ends that make no range.</exception>
    public static void Write(Figure figure, TextWriter writer) => Write(figure, writer, WebResource.Plotly);

    /// <summary>The page with the source of plotly.js, or without.</summary>
    internal static void Write(Figure figure, TextWriter writer, string? plotly)
    {
        string? data = plotly is null ? null : Json(figure);
        string? picture = plotly is null ? SvgRenderer.Render(figure) : null;
        WebPage page = new(writer);
        page.Begin(figure.Title);
        if (plotly is null)
        {
            page.Markup("<p class=\"note\">This picture is not interactive: plotly.js was not available when MolShell was built.</p>");
            page.Markup($"<main class=\"static\">\n{picture}</main>");
        }
        else
        {
            page.Markup($"<main><div id=\"plot\" role=\"img\" aria-label=\"{WebPage.Text(FigureDescription.Of(figure))}\"></div></main>");
            page.Script(plotly);
            page.Script($"const figure = {data};\n{WebResource.Read("plot-page.js")}");
        }

        page.End();
    }

    private static string Json(Figure figure)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            new PlotlyFigure(json, figure).Write();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
