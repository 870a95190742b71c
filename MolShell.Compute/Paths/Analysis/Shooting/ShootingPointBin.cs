namespace MolShell.Compute.Paths.Analysis.Shooting;

/// <summary>The shooting points in a bin; <see cref="ShotCount.Values"/> is its centre.</summary>
public sealed record ShootingPointBin : ShotCount
{
    /// <summary>Number of different frames.</summary>
    public required long Points { get; init; }

    public override string ToString() => base.ToString();
}
