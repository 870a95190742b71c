using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The formula of the energy of a proper or improper dihedral angle phi with its parameters: a small struct that
/// <see cref="DihedralForce{T}"/> is compiled for. The angle is 0 for cis, pi for trans, and positive clockwise seen along the middle bond
/// (IUPAC).
/// </summary>
public interface IDihedralPotential : IPotential
{
    /// <summary>Energy [energy] of dihedral angles phi and its <paramref name="derivative"/> by phi [energy/radian].</summary>
    /// <param name="cosine">Cosines of the angles.</param>
    /// <param name="sine">Sines of the angles.</param>
    /// <param name="p">The packed parameters.</param>
    /// <param name="derivative">dU/d(phi).</param>
    static abstract TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>;
}
