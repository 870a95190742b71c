using System.Globalization;
using System.Text.Json;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>What the head of a page says about its system.</summary>
internal static class TrajectoryFacts
{
    /// <summary>"216 particles, Gromacs units: nm, ps, kJ/mol".</summary>
    public static string Of(Frame first) => string.Create(
        CultureInfo.InvariantCulture,
        $"{first.ParticleCount} particle{(first.ParticleCount == 1 ? "" : "s")}{Space(first.Topology.Dimension)}, {first.Units.Describe()}");

    public static void WriteUnits(Utf8JsonWriter json, UnitSystem units)
    {
        json.WriteStartObject("units");
        json.WriteString("length", units.Symbol(Dimension.Length));
        json.WriteString("time", units.Symbol(Dimension.Time));
        json.WriteString("energy", units.Symbol(Dimension.Energy));
        json.WriteEndObject();
    }

    private static string Space(int dimension) => dimension switch { 1 => " on a line", 2 => " in a plane", _ => "" };
}
