using System.Text.Json;
using MolShell.Compute.Plots.Scales;
using MolShell.Compute.Plots.Svg;

namespace MolShell.Compute.Plots.Web;

/// <summary>
/// A figure as the JSON of plotly.js: data and layout in the looks of <see cref="SvgRenderer"/>. The default encoder of System.Text.Json
/// escapes &lt;, &gt; and &amp;, so the text is safe inside a script element.
/// </summary>
internal sealed class PlotlyFigure(Utf8JsonWriter json, Figure figure)
{
    private const string Fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
    private readonly FigureRanges ranges = FigureRanges.Of(figure);
    private readonly bool bars = figure.Series.Length > 0 && figure.Series[0] is BarSeries;
    private readonly bool onMap = figure.Series.Any(s => s is HeatMapSeries);

    public void Write()
    {
        json.WriteStartObject();
        json.WriteStartArray("data");
        PlotlySeries series = new(json, ranges, onMap, figure.Series.Count(s => s is HistogramSeries) > 1, figure.XAxis.Scale);
        int drawn = 0;
        foreach (Series one in figure.Series)
        {
            series.Write(one, one is HeatMapSeries ? 0 : drawn++);
        }

        json.WriteEndArray();
        WriteLayout();
        json.WriteEndObject();
    }

    /// <summary>plotly reads titles and names as a subset of HTML; this makes them plain text.</summary>
    public static string Plain(string text) => SvgDocument.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private void WriteLayout()
    {
        json.WriteStartObject("layout");
        json.WriteStartObject("title");
        json.WriteString("text", Plain(figure.Title));
        json.WriteEndObject();
        json.WriteStartObject("font");
        json.WriteString("family", Fonts);
        json.WriteNumber("size", 14);
        json.WriteString("color", "#222");
        json.WriteEndObject();
        json.WriteString("plot_bgcolor", "#fff");
        json.WriteString("paper_bgcolor", "#fff");
        json.WriteString("barmode", bars ? "group" : "overlay");
        json.WriteNumber("bargap", 0.3);
        json.WriteString("hovermode", "closest");
        WriteMargins();
        WriteLegend();
        WriteAxis("xaxis", bars ? figure.YAxis : figure.XAxis, bars ? ranges.Y : ranges.X, gridded: bars);
        if (bars)
        {
            WriteCategories();
        }
        else
        {
            WriteAxis("yaxis", figure.YAxis, ranges.Y, gridded: !onMap);
        }

        json.WriteEndObject();
    }

    private void WriteMargins()
    {
        json.WriteStartObject("margin");
        json.WriteNumber("t", 60);
        json.WriteNumber("b", 50);
        json.WriteNumber("l", 60);
        json.WriteNumber("r", 30);
        json.WriteEndObject();
    }

    private void WriteLegend()
    {
        int named = figure.Series.Count(s => s is not HeatMapSeries && s.Name is not null);
        bool shown = figure.Legend switch
        {
            LegendPlacement.None => false,
            LegendPlacement.Automatic => named >= 2,
            _ => named >= 1,
        };
        json.WriteBoolean("showlegend", shown);
        if (onMap)
        {
            // Right of the plot stands the colour bar.
            json.WriteStartObject("legend");
            json.WriteString("orientation", "h");
            json.WriteEndObject();
        }
    }

    private void WriteAxis(string name, Axis axis, AxisRange range, bool gridded)
    {
        json.WriteStartObject(name);
        WriteTitle(axis);
        WriteLook(gridded);
        json.WriteString("type", range.IsLogarithmic ? "log" : "linear");
        json.WriteStartArray("range");
        foreach (double end in new[] { range.Value(0), range.Value(1) })
        {
            json.WriteNumberValue(range.IsLogarithmic ? Math.Log10(end) : end);
        }

        json.WriteEndArray();
        if (!axis.Categories.IsEmpty)
        {
            json.WritePropertyName("tickvals");
            PlotlyNumbers.Write(json, [.. Enumerable.Range(0, axis.Categories.Length).Select(i => (double)i)]);
            json.WriteStartArray("ticktext");
            foreach (string category in axis.Categories)
            {
                json.WriteStringValue(Plain(category));
            }

            json.WriteEndArray();
        }

        json.WriteString("exponentformat", "power");
        json.WriteNumber("minexponent", 5);
        if (range.IsLogarithmic && Math.Log10(range.Maximum / range.Minimum) is >= 2 and <= 12)
        {
            json.WriteNumber("dtick", 1);
        }

        json.WriteEndObject();
    }

    private void WriteCategories()
    {
        json.WriteStartObject("yaxis");
        WriteTitle(figure.XAxis);
        WriteLook(gridded: false);
        json.WriteString("type", "category");
        json.WriteString("autorange", "reversed");
        json.WriteBoolean("automargin", true);
        json.WriteEndObject();
    }

    private void WriteTitle(Axis axis)
    {
        json.WriteStartObject("title");
        json.WriteString("text", Plain(axis.Title));
        json.WriteNumber("standoff", 14);
        json.WriteEndObject();
    }

    private void WriteLook(bool gridded)
    {
        json.WriteBoolean("showline", true);
        json.WriteString("linecolor", "#333");
        json.WriteBoolean("mirror", onMap);
        json.WriteString("ticks", "outside");
        json.WriteString("tickcolor", "#333");
        json.WriteBoolean("zeroline", false);
        json.WriteBoolean("showgrid", gridded);
        json.WriteString("gridcolor", "#e4e4e4");
        json.WriteBoolean("automargin", true);
    }
}
