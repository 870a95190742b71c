using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The formula of a bond's energy U(r) with its parameters: a small struct that <see cref="BondForce{T}"/> is compiled for.
/// </summary>
public interface IBondPotential : IPotential
{
    /// <summary>
    /// Energy [energy] of bonds with squared length <paramref name="r2"/> [length^2] and <paramref name="forceOverR"/> = -U'(r)/r
    /// [energy/length^2], positive where the bond pushes. The force is not finite where the bond has no energy.
    /// </summary>
    /// <param name="r2">Squared lengths.</param>
    /// <param name="p">The packed parameters.</param>
    /// <param name="forceOverR">The force on the first particle is this times r_i - r_j.</param>
    static abstract TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>;

    /// <summary>Why a bond of length <paramref name="r"/> [length] has no finite energy or force, as the end of a sentence.</summary>
    string ExplainFault(double r) => "its ends are at one point, where its force has no direction";
}
