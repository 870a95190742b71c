using System.Collections.Immutable;
using System.Globalization;

namespace MolShell.Compute.IO.Text;

/// <summary>What the second line of a frame in XYZ says.</summary>
internal sealed class XyzHeader
{
    /// <summary>Name of the attribute that holds a comment that is no list of values.</summary>
    public const string Comment = "comment";

    public XyzHeader(string comment)
    {
        if (!string.IsNullOrWhiteSpace(comment))
        {
            Attributes = Attributes.SetItem(Comment, comment.Trim());
        }
    }

    public XyzHeader(List<KeyValuePair<string, string>> pairs)
    {
        foreach ((string key, string value) in pairs)
        {
            switch (key.ToUpperInvariant())
            {
                case "LATTICE":
                    Lattice = value;
                    break;
                case "PBC":
                    Periodic = value;
                    break;
                case "PROPERTIES":
                    Properties = value;
                    break;
                case "ENERGY" when Number(value) is { } energy:
                    Energy = energy;
                    break;
                case "KINETIC_ENERGY" when Number(value) is { } energy:
                    KineticEnergy = energy;
                    break;
                case "TIME" when Number(value) is { } time:
                    Time = time;
                    break;
                case "STEP" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long step):
                    Step = step;
                    break;
                default:
                    Attributes = Attributes.SetItem(key, value);
                    break;
            }
        }
    }

    public string? Lattice { get; }

    public string? Periodic { get; }

    public string? Properties { get; }

    public double? Energy { get; }

    public double? KineticEnergy { get; }

    public double Time { get; }

    public long Step { get; }

    /// <summary>All else.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; } = ImmutableSortedDictionary<string, string>.Empty;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
