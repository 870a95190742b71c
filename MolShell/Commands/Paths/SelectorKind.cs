namespace MolShell.Commands.Paths;

/// <summary>How the shooting point of a path is chosen.</summary>
public enum SelectorKind
{
    /// <summary>Every frame between the ends alike.</summary>
    Uniform,

    /// <summary>Frames near a value of a variable more often, with the weight exp(-alpha (value - center)^2).</summary>
    Gaussian,
}
