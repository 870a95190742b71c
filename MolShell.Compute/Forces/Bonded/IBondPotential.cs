namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The formula of a bond's energy U(r) with its parameters: a small struct that <see cref="BondForce{T}"/> is compiled for.
/// </summary>
public interface IBondPotential
{
    /// <summary>Name of the term in energy reports.</summary>
    static abstract string Name { get; }

    /// <summary>
    /// Energy [energy] of a bond with squared length <paramref name="r2"/> [length^2] and <paramref name="forceOverR"/> = -U'(r)/r
    /// [energy/length^2], positive where the bond pushes. The energy is not finite where the bond has none.
    /// </summary>
    double Evaluate(double r2, out double forceOverR);

    /// <summary>A culture-invariant text of all parameters with round-trip numbers.</summary>
    string Describe();

    /// <summary>Why a bond of length <paramref name="r"/> [length] has no finite energy or force, as the end of a sentence.</summary>
    string ExplainFault(double r);
}
