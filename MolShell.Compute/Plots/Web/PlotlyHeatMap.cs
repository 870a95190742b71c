using System.Text.Json;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Web;

/// <summary>A heat map as a trace of plotly.js, which knows only linear colour scales: on a log scale the logarithms are drawn.</summary>
internal static class PlotlyHeatMap
{
    public static void Write(Utf8JsonWriter json, HeatMapSeries map, AxisRange range)
    {
        json.WriteString("type", "heatmap");
        json.WritePropertyName("x");
        PlotlyNumbers.Write(json, map.XEdges);
        json.WritePropertyName("y");
        PlotlyNumbers.Write(json, map.YEdges);
        WriteGrid(json, "z", map.Values, v => PlotlyNumbers.Write(json, Scaled(v, range)));
        if (range.IsLogarithmic)
        {
            WriteGrid(json, "customdata", map.Values, v => PlotlyNumbers.Write(json, v));
        }

        if (map.CellTexts is { } texts)
        {
            WriteGrid(json, "text", texts, t => json.WriteStringValue(
                string.Join("<br>", t.Split('\n').Select(PlotlyFigure.Plain))));
            json.WriteString("texttemplate", "%{text}");
        }

        string value = range.IsLogarithmic ? "%{customdata}" : "%{z}";
        string unit = string.IsNullOrEmpty(map.ColorAxis.Unit) ? "" : " " + PlotlyFigure.Plain(map.ColorAxis.Unit);
        json.WriteString("hovertemplate", $"%{{x}}, %{{y}}<br>{value}{unit}<extra></extra>");
        json.WriteNumber("zmin", Scaled(range.Minimum, range));
        json.WriteNumber("zmax", Scaled(range.Maximum, range));
        json.WriteStartArray("colorscale");
        for (int i = 0; i < Viridis.Anchors.Length; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue((double)i / (Viridis.Anchors.Length - 1));
            json.WriteStringValue(Viridis.Anchors[i].ToString());
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteColorBar(json, map, range);
    }

    private static void WriteColorBar(Utf8JsonWriter json, HeatMapSeries map, AxisRange range)
    {
        Tick[] ticks = Ticks.Major(range, 8, TickNotation.Typeset);
        json.WriteStartObject("colorbar");
        json.WriteStartObject("title");
        json.WriteString("text", PlotlyFigure.Plain(map.ColorAxis.Title));
        json.WriteString("side", "right");
        json.WriteEndObject();
        json.WriteString("ticks", "outside");
        json.WriteNumber("outlinewidth", 1);
        json.WriteNumber("thickness", 18);
        json.WritePropertyName("tickvals");
        PlotlyNumbers.Write(json, Array.ConvertAll(ticks, t => Scaled(t.Value, range)));
        json.WriteStartArray("ticktext");
        foreach (Tick tick in ticks)
        {
            json.WriteStringValue(tick.Label);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>plotly wants one array for each y.</summary>
    private static void WriteGrid<T>(Utf8JsonWriter json, string name, T[,] values, Action<T> write)
    {
        json.WriteStartArray(name);
        for (int j = 0; j < values.GetLength(1); j++)
        {
            json.WriteStartArray();
            for (int i = 0; i < values.GetLength(0); i++)
            {
                write(values[i, j]);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static double Scaled(double value, AxisRange range) =>
        !range.IsLogarithmic ? value : value > 0 ? Math.Log10(value) : double.NaN;
}
