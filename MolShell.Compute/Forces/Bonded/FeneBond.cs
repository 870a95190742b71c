using System.Runtime.CompilerServices;
using MolShell.Compute.Forces.Pair;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Finitely extensible bond: U(r) = -K R0^2/2 ln(1 - (r/R0)^2), infinite from R0 on; and, if a repulsion is given, that WCA
/// potential between the bonded particles. Kremer and Grest 1990, doi:10.1063/1.458541 (K = 30, R0 = 1.5, epsilon = sigma = 1).
/// </summary>
public readonly record struct FeneBond : IBondPotential
{
    /// <param name="forceConstant">K [energy/length^2], positive.</param>
    /// <param name="maximumLength">R0 [length], positive.</param>
    /// <param name="repulsion">WCA repulsion within the bond; for chains whose pair force excludes bonded neighbours.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public FeneBond(double forceConstant, double maximumLength, Wca? repulsion = null)
    {
        Parameter.Positive(forceConstant, nameof(forceConstant), Name);
        Parameter.Positive(maximumLength, nameof(maximumLength), Name);
        (ForceConstant, MaximumLength, Repulsion) = (forceConstant, maximumLength, repulsion.GetValueOrDefault());
    }

    public static string Name => "FeneBond";

    /// <summary>K [energy/length^2].</summary>
    public double ForceConstant { get; }

    /// <summary>R0 [length].</summary>
    public double MaximumLength { get; }

    /// <summary>The repulsion within the bond; of cutoff 0 where there is none.</summary>
    public Wca Repulsion { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double r2, out double forceOverR)
    {
        double square = MaximumLength * MaximumLength;
        double rest = 1 - (r2 / square);
        forceOverR = -ForceConstant / rest;

        // Beyond R0 the logarithm of a negative number is not a number.
        double energy = -0.5 * ForceConstant * square * Math.Log(rest);
        if (r2 < Repulsion.Cutoff * Repulsion.Cutoff)
        {
            energy += Repulsion.Evaluate(r2, out double repulsion);
            forceOverR += repulsion;
        }

        return energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(K={ForceConstant}, R0={MaximumLength}, repulsion={(Repulsion.Cutoff > 0 ? Repulsion.Describe() : "none")})");

    public string ExplainFault(double r) => r < 0.5 * MaximumLength
        ? "its ends overlap"
        : FormattableString.Invariant($"it must stay below its greatest length R0 = {MaximumLength:g6}");

    public override string ToString() => Describe();
}
