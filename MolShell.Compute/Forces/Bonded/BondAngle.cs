namespace MolShell.Compute.Forces.Bonded;

/// <summary>The angle at particle <paramref name="J"/> between the bonds to <paramref name="I"/> and <paramref name="K"/>.</summary>
public readonly record struct BondAngle(int I, int J, int K);
