using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>Evaluates potentials of place at single points in double precision.</summary>
public static class ExternalPotentialExtensions
{
    /// <summary>Energy and force at one place; see <see cref="IExternalPotential.Evaluate{TReal}"/>.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="r">The place [length].</param>
    /// <param name="force">-grad V [energy/length].</param>
    public static double Evaluate<TPotential>(this TPotential potential, Vec3 r, out Vec3 force)
        where TPotential : struct, IExternalPotential => new PackedPotentials<TPotential>(potential).Evaluate(r, out force);

    /// <summary>Energy and force at one place, with numbers packed before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Evaluate<TPotential>(this PackedPotentials<TPotential> numbers, Vec3 r, out Vec3 force)
        where TPotential : struct, IExternalPotential
    {
        double energy = TPotential.Evaluate(
            r.X, r.Y, r.Z, numbers[0], out Lane<double> fx, out Lane<double> fy, out Lane<double> fz).Value;
        force = new Vec3(fx.Value, fy.Value, fz.Value);
        return energy;
    }
}
