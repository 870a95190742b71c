using System.Collections.Immutable;

namespace MolShell.Compute.Paths;

/// <summary>A group of movers of a scheme and how often it is drawn.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="MoverNames">Names of its movers, each once.</param>
/// <param name="Count">Number of movers.</param>
/// <param name="Weight">Weight of one mover; NaN where they differ.</param>
/// <param name="Share">Part of the steps that are of the group, where all its movers are possible.</param>
public sealed record MoveGroupShare(string Group, ImmutableArray<string> MoverNames, int Count, double Weight, double Share)
{
    /// <summary>Names of the movers as text, for tables.</summary>
    public string Movers => string.Join(", ", MoverNames);

    public override string ToString() => FormattableString.Invariant($"{Group} {Share:p0}");
}
