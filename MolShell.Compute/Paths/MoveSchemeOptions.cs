using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Selectors;

namespace MolShell.Compute.Paths;

/// <summary>What a move scheme is made of.</summary>
public sealed record MoveSchemeOptions
{
    public ShootingKind Shooting { get; init; } = ShootingKind.OneWay;

    /// <summary>Choice of the shooting point.</summary>
    public ShootingSelector Selector { get; init; } = ShootingSelector.Uniform;

    /// <summary>Velocity change of two-way shooting; null for none. One-way shooting takes none.</summary>
    public VelocityModifier? Modifier { get; init; }

    /// <summary>Weight of the shooting move.</summary>
    public double ShootingWeight { get; init; } = 1;

    /// <summary>
    /// Weight of the path reversal move; 0 leaves it out. The usual weight is <see cref="MoveScheme.DefaultReversalWeight"/>.
    /// </summary>
    public double ReversalWeight { get; init; }
}
