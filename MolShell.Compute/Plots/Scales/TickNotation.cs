namespace MolShell.Compute.Plots.Scales;

/// <summary>How powers of ten are written beside an axis.</summary>
internal enum TickNotation
{
    /// <summary>"1e-5", as in programs.</summary>
    Plain,

    /// <summary>"10⁻⁵" with a true minus sign, as in print.</summary>
    Typeset,
}
