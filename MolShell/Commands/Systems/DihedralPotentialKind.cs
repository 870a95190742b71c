namespace MolShell.Commands.Systems;

/// <summary>A potential of a dihedral angle phi, of which 180 degrees is trans.</summary>
public enum DihedralPotentialKind
{
    /// <summary>k (1 + cos(n phi - delta)).</summary>
    Periodic,

    /// <summary>The sum of C_n cos(phi - 180 degrees)^n for n from 0 to 5.</summary>
    RyckaertBellemans,

    /// <summary>(V1 (1 + cos phi) + V2 (1 - cos 2 phi) + V3 (1 + cos 3 phi) + V4 (1 - cos 4 phi)) / 2.</summary>
    Opls,

    /// <summary>k (phi - phi0)^2 / 2, for impropers.</summary>
    Harmonic,
}
