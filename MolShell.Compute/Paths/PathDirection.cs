namespace MolShell.Compute.Paths;

/// <summary>Direction of time in which a part of a path was made anew.</summary>
public enum PathDirection
{
    Forward,
    Backward,

    /// <summary>Both ways from the shooting point.</summary>
    Both,
}
