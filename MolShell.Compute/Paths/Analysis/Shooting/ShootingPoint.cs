namespace MolShell.Compute.Paths.Analysis.Shooting;

/// <summary>A frame that trials of path sampling left. Frames that differ in the sign of their velocities only count as one.</summary>
public sealed record ShootingPoint : ShotCount
{
    /// <summary>Number of the first step that shot from it.</summary>
    public required long Step { get; init; }

    public override string ToString() => base.ToString();
}
