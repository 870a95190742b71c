using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>Evaluates walls at single distances in double precision.</summary>
public static class WallProfileExtensions
{
    /// <summary>Energy and force at one distance; see <see cref="IWallProfile.Evaluate{TReal}"/>.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="distance">Distance from the wall [length], negative beyond it.</param>
    /// <param name="force">-V'(d) [energy/length].</param>
    public static double Evaluate<TProfile>(this TProfile profile, double distance, out double force)
        where TProfile : struct, IWallProfile
    {
        double energy = TProfile.Evaluate(distance, new PackedPotentials<TProfile>(profile)[0], out Lane<double> push).Value;
        force = push.Value;
        return energy;
    }
}
