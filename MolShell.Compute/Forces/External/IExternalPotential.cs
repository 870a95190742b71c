using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// The formula of a potential V(r) of place with its parameters: a small struct that <see cref="ExternalForce{T}"/>, the dynamics of a
/// single particle and that of many replicas of it are compiled for.
/// </summary>
public interface IExternalPotential : IPotential
{
    /// <summary>The number of coordinates V depends on: 1 (x), 2 (x, y) or 3.</summary>
    int Dimension { get; }

    /// <summary>Energy [energy] at (x, y, z) [length] and the force -grad V [energy/length].</summary>
    /// <param name="x">First coordinates.</param>
    /// <param name="y">Second coordinates.</param>
    /// <param name="z">Third coordinates.</param>
    /// <param name="p">The packed parameters, the same in all lanes.</param>
    /// <param name="fx">Force along x.</param>
    /// <param name="fy">Force along y.</param>
    /// <param name="fz">Force along z.</param>
    static abstract TReal Evaluate<TReal>(
        TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>;
}
