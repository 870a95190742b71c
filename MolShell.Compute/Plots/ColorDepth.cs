namespace MolShell.Compute.Plots;

/// <summary>How many colours a terminal shows.</summary>
public enum ColorDepth
{
    /// <summary>No colour: text without escape sequences; series differ by dashes or signs, heat maps are shaded with characters.</summary>
    None,

    /// <summary>The 16 colours of the terminal's own theme.</summary>
    Ansi16,

    /// <summary>The fixed palette of 256 colours.</summary>
    Ansi256,

    /// <summary>24-bit colour.</summary>
    TrueColor,
}
