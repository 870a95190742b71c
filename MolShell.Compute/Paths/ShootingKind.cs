namespace MolShell.Compute.Paths;

/// <summary>Which part of a path a shooting move makes anew.</summary>
public enum ShootingKind
{
    /// <summary>The part before or after the shooting point, for stochastic dynamics.</summary>
    OneWay,

    /// <summary>All of it, in both directions of time.</summary>
    TwoWay,
}
