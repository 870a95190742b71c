using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>A mover and its share of the steps, relative to the sum of all weights.</summary>
public sealed record MoverWeight(PathMover Mover, double Weight)
{
    /// <summary>Group of movers that strategies replace, weigh or remove together, see <see cref="MoveGroups"/>.</summary>
    public string Group { get; init; } = Mover.Name;

    /// <summary>Such as "OneWayShooting (weight 1)".</summary>
    public override string ToString() => FormattableString.Invariant($"{Mover.Name} (weight {Weight:g6})");
}
