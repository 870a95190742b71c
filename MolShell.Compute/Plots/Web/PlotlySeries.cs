using System.Text.Json;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;
using MolShell.Compute.Plots.Svg;

namespace MolShell.Compute.Plots.Web;

/// <summary>Series as traces of plotly.js; numbers that are not finite become null, which plotly leaves out.</summary>
internal sealed class PlotlySeries(Utf8JsonWriter json, FigureRanges ranges, bool onMap, bool severalHistograms, AxisScale xScale)
{
    private static readonly string[] Symbols = ["circle", "triangle-up", "square", "diamond", "triangle-down"];

    public void Write(Series series, int index)
    {
        SeriesStyle style = SeriesStyle.For(index, onMap);
        json.WriteStartObject();
        if (series.Name is { } name)
        {
            json.WriteString("name", PlotlyFigure.Plain(name));
        }

        json.WriteBoolean("showlegend", series.Name is not null && series is not HeatMapSeries);
        switch (series)
        {
            case LineSeries line:
                WriteLine(line, style);
                break;
            case ScatterSeries scatter:
                json.WriteString("type", "scatter");
                json.WriteString("mode", "markers");
                WriteArray("x", scatter.X);
                WriteArray("y", scatter.Y);
                WriteErrors("error_y", scatter.YError, style.Color);
                WriteMarker(style, scatter.X.Length);
                break;
            case HistogramSeries histogram:
                WriteHistogram(histogram, style);
                break;
            case BarSeries bars:
                WriteBars(bars, style);
                break;
            case HeatMapSeries map:
                PlotlyHeatMap.Write(json, map, ranges.Color!.Value);
                break;
            default:
                break;
        }

        json.WriteEndObject();
    }

    private void WriteLine(LineSeries line, SeriesStyle style)
    {
        json.WriteString("type", "scatter");
        json.WriteString("mode", line.Style switch
        {
            LineStyle.Points => "markers",
            LineStyle.LinesAndPoints => "lines+markers",
            // A value between two gaps has no line and needs a marker.
            _ => HasIsolated(line) ? "lines+markers" : "lines",
        });
        WriteArray("x", line.X);
        WriteArray("y", line.Y);
        WriteErrors("error_y", line.YError, style.Color);
        json.WriteStartObject("line");
        json.WriteString("color", style.Color.ToString());
        json.WriteNumber("width", 2);
        json.WriteString("shape", line.Style == LineStyle.Steps ? "hv" : "linear");
        json.WriteString("dash", style.Dashes.Length == 0 ? "solid" : style.Dashes.Replace(" ", "px,", StringComparison.Ordinal) + "px");
        json.WriteEndObject();
        if (line.Style is LineStyle.Points or LineStyle.LinesAndPoints)
        {
            WriteMarker(style, line.X.Length);
        }
        else
        {
            json.WriteStartObject("marker");
            json.WriteNumber("size", 4);
            json.WriteEndObject();
        }
    }

    private void WriteMarker(SeriesStyle style, int count)
    {
        json.WriteStartObject("marker");
        json.WriteString("color", style.Color.ToString());
        json.WriteString("symbol", Symbols[style.Index % Symbols.Length]);
        json.WriteNumber("size", count <= 200 ? 8 : count <= 2000 ? 5 : 3);
        json.WriteNumber("opacity", count <= 200 ? 0.9 : 0.6);
        json.WriteEndObject();
    }

    /// <summary>Bars as wide as their bins; on a log axis, where plotly's bars have one width for all, a filled step line.</summary>
    private void WriteHistogram(HistogramSeries histogram, SeriesStyle style)
    {
        double[] edges = histogram.Edges;
        if (xScale == AxisScale.Logarithmic)
        {
            json.WriteString("type", "scatter");
            json.WriteString("mode", "lines");
            WriteArray("x", edges);
            WriteArray("y", [.. histogram.Heights, .. histogram.Heights.TakeLast(1)]);
            json.WriteString("fill", "tozeroy");
            json.WriteStartObject("line");
            json.WriteString("shape", "hv");
            json.WriteString("color", style.Color.ToString());
            json.WriteEndObject();
            return;
        }

        json.WriteString("type", "bar");
        WriteArray("x", [.. histogram.Heights.Select((_, i) => (edges[i] + edges[i + 1]) / 2)]);
        WriteArray("y", histogram.Heights);
        WriteArray("width", [.. histogram.Heights.Select((_, i) => edges[i + 1] - edges[i])]);
        WriteErrors("error_y", histogram.Errors, severalHistograms ? style.Color : new Rgb(0x33, 0x33, 0x33));
        json.WriteStartArray("text");
        foreach (int i in Enumerable.Range(0, histogram.Heights.Length))
        {
            (string from, string to) = (TickLabel.Single(edges[i], TickNotation.Plain), TickLabel.Single(edges[i + 1], TickNotation.Plain));
            json.WriteStringValue($"{from} to {to}");
        }

        json.WriteEndArray();
        json.WriteString("textposition", "none");
        json.WriteString("hovertemplate", "%{text}<br>%{y}");
        WriteFill(style.Color, severalHistograms ? 0.5 : 0.8);
    }

    private void WriteBars(BarSeries bars, SeriesStyle style)
    {
        json.WriteString("type", "bar");
        json.WriteString("orientation", "h");
        WriteArray("x", bars.Values);
        json.WriteStartArray("y");
        foreach (string label in bars.Labels)
        {
            json.WriteStringValue(PlotlyFigure.Plain(label));
        }

        json.WriteEndArray();
        WriteErrors("error_x", bars.Errors, new Rgb(0x33, 0x33, 0x33));
        WriteFill(style.Color, 1);
    }

    private void WriteFill(Rgb color, double opacity)
    {
        json.WriteStartObject("marker");
        json.WriteString("color", color.ToString());
        json.WriteNumber("opacity", opacity);
        json.WriteEndObject();
    }

    private void WriteErrors(string name, double[]? errors, Rgb color)
    {
        if (errors is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("type", "data");
            WriteArray("array", errors);
            json.WriteString("color", color.ToString());
            json.WriteNumber("thickness", 1.3);
            json.WriteEndObject();
        }
    }

    private void WriteArray(string name, double[]? values)
    {
        if (values is not null)
        {
            json.WritePropertyName(name);
            PlotlyNumbers.Write(json, values);
        }
    }

    private static bool HasIsolated(LineSeries line)
    {
        for (int i = 0; i < line.Y.Length; i++)
        {
            if (Placed(line, i) && !Placed(line, i - 1) && !Placed(line, i + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Placed(LineSeries line, int i) =>
        i >= 0 && i < line.Y.Length && double.IsFinite(line.X[i]) && double.IsFinite(line.Y[i]);
}
