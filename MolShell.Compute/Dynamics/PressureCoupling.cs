namespace MolShell.Compute.Dynamics;

/// <summary>Which edges of a cell a pressure bath moves together.</summary>
public enum PressureCoupling
{
    /// <summary>All by the same factor: the shape of the cell is kept.</summary>
    Isotropic,

    /// <summary>Along x and y by one factor, along z by another: for interfaces and membranes.</summary>
    SemiIsotropic,

    /// <summary>Along x, y and z by a factor each: for crystals.</summary>
    Anisotropic,
}
