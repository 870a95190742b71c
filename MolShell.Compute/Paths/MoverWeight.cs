using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>A mover and its share of the steps, relative to the sum of all weights.</summary>
public sealed record MoverWeight(PathMover Mover, double Weight)
{
    /// <summary>Such as "OneWayShooting (weight 1)".</summary>
    public override string ToString() => FormattableString.Invariant($"{Mover.Name} (weight {Weight:g6})");
}
