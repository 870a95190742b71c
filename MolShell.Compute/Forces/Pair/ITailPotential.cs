namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential of which the part that is missing from the cutoff on can be added for a homogeneous fluid (g = 1), see
/// <see cref="TailCorrection{T}"/>.
/// </summary>
public interface ITailPotential
{
    /// <summary>Integral of (U_whole - U) r^2 dr [energy length^3].</summary>
    double TailEnergy { get; }

    /// <summary>Integral of (U_whole' - U') r^3 dr, without the step at the cutoff, which forces do not feel [energy length^3].</summary>
    double TailVirial { get; }
}
