namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The dihedral angle between the planes of particles <paramref name="I"/>, <paramref name="J"/>, <paramref name="K"/> and
/// <paramref name="J"/>, <paramref name="K"/>, <paramref name="L"/>.
/// </summary>
public readonly record struct BondDihedral(int I, int J, int K, int L);
