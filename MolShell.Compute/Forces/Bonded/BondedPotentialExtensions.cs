using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Evaluates single bonds, angles and dihedrals in double precision.</summary>
public static class BondedPotentialExtensions
{
    /// <summary>Energy and -U'(r)/r of one bond; see <see cref="IBondPotential.Evaluate{TReal}"/>.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="r2">Squared length [length^2].</param>
    /// <param name="forceOverR">-U'(r)/r [energy/length^2].</param>
    public static double Evaluate<TPotential>(this TPotential potential, double r2, out double forceOverR)
        where TPotential : struct, IBondPotential
    {
        double energy = TPotential.Evaluate(r2, new PackedPotentials<TPotential>(potential)[0], out Lane<double> force).Value;
        forceOverR = force.Value;
        return energy;
    }

    /// <summary>Energy of one angle and its derivative; see <see cref="IAnglePotential.Evaluate{TReal}"/>.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="theta">The angle [radian], 0 to pi; pi is straight.</param>
    /// <param name="derivative">dU/d(cos theta) [energy].</param>
    public static double EvaluateAngle<TPotential>(this TPotential potential, double theta, out double derivative)
        where TPotential : struct, IAnglePotential
    {
        (double sine, double cosine) = Math.SinCos(theta);
        PackedPotentials<TPotential> packed = new(potential);
        double energy = TPotential.Evaluate(cosine, sine, packed[0], out Lane<double> slope).Value;
        derivative = slope.Value;
        return energy;
    }

    /// <summary>Energy of one dihedral and its derivative; see <see cref="IDihedralPotential.Evaluate{TReal}"/>.</summary>
    /// <param name="potential">The potential.</param>
    /// <param name="phi">The angle [radian]; pi is trans.</param>
    /// <param name="derivative">dU/d(phi) [energy/radian].</param>
    public static double EvaluateDihedral<TPotential>(this TPotential potential, double phi, out double derivative)
        where TPotential : struct, IDihedralPotential
    {
        (double sine, double cosine) = Math.SinCos(phi);
        PackedPotentials<TPotential> packed = new(potential);
        double energy = TPotential.Evaluate(cosine, sine, packed[0], out Lane<double> slope).Value;
        derivative = slope.Value;
        return energy;
    }
}
