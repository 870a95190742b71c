using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>The energy of a particle by its distance from a wall: a small struct that walls of all shapes are compiled for.</summary>
public interface IWallProfile : IPotential
{
    /// <summary>
    /// Energy [energy] at a distance [length] from the wall, negative beyond it, and <paramref name="force"/> = -V'(d) [energy/length],
    /// positive where the wall pushes inward. Both are not numbers where a particle cannot be.
    /// </summary>
    /// <param name="distance">Distances.</param>
    /// <param name="p">The packed parameters.</param>
    /// <param name="force">Forces along the inward normal.</param>
    static abstract TReal Evaluate<TReal>(TReal distance, Parameters<TReal> p, out TReal force)
        where TReal : struct, ILanes<TReal>;
}
