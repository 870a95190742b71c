using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The formula of an angle's energy with its parameters: a small struct that <see cref="AngleForce{T}"/> is compiled for.
/// </summary>
public interface IAnglePotential : IPotential
{
    /// <summary>
    /// Energy [energy] of angles theta at the middle particle, and its <paramref name="derivative"/> by the cosine [energy], which is
    /// -U'(theta)/sin(theta). Both are finite at all angles.
    /// </summary>
    /// <param name="cosine">Cosines of the angles; -1 is straight.</param>
    /// <param name="sine">Sines of the angles, not negative, and exact to the last digits where the cosine is near 1 or -1.</param>
    /// <param name="p">The packed parameters.</param>
    /// <param name="derivative">dU/d(cos theta).</param>
    static abstract TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>;
}
