using System.Text.Json;

namespace MolShell.Compute.Plots.Web;

/// <summary>Arrays of numbers in JSON, which knows no NaN and no infinity: these become null.</summary>
internal static class PlotlyNumbers
{
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<double> values)
    {
        json.WriteStartArray();
        foreach (double value in values)
        {
            Write(json, value);
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
