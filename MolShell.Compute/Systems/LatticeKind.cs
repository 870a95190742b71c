namespace MolShell.Compute.Systems;

/// <summary>A crystal lattice of one kind of particle, by its conventional cell.</summary>
public enum LatticeKind
{
    /// <summary>Simple cubic, 1 particle a cell.</summary>
    SimpleCubic,

    /// <summary>Body-centred cubic, 2 particles a cell.</summary>
    Bcc,

    /// <summary>Face-centred cubic, 4 particles a cell.</summary>
    Fcc,

    /// <summary>Hexagonal close packed with the ideal c/a = sqrt(8/3), in the orthorhombic cell a x sqrt(3) a x c of 4 particles.</summary>
    Hcp,

    /// <summary>Cubic diamond, 8 particles a cell.</summary>
    Diamond,
}
