using System.Globalization;
using System.Text.Json;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>What the head of a page says about its system.</summary>
internal static class TrajectoryFacts
{
    /// <summary>"216 particles, Gromacs units: nm, ps, kJ/mol".</summary>
    public static string Of(Frame first)
    {
        string noun = first.ParticleCount == 1 ? "particle" : "particles";
        string space = first.Topology.Dimension switch { 1 => " on a line", 2 => " in a plane", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"{first.ParticleCount} {noun}{space}, {first.Units.Describe()}");
    }

    public static void WriteUnits(Utf8JsonWriter json, UnitSystem units)
    {
        json.WriteStartObject("units");
        json.WriteString("length", units.Symbol(Dimension.Length));
        json.WriteString("time", units.Symbol(Dimension.Time));
        json.WriteString("energy", units.Symbol(Dimension.Energy));
        json.WriteEndObject();
    }
}
