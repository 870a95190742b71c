using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// The formula of a pair potential U(r) with the parameters of one pair of types: a small struct, so that <see cref="PairForce{T}"/>
/// is compiled for it without a call in the inner loop. <c>default</c> must have a cutoff of 0 and stands for "no interaction".
/// </summary>
public interface IPairPotential<TSelf> : IPotential
    where TSelf : struct, IPairPotential<TSelf>
{
    /// <summary>Whether the formula uses <see cref="Parameters{TReal}.ChargeProduct"/>.</summary>
    static virtual bool UsesCharges => false;

    /// <summary>Distance [length] from which on energy and force are zero; infinite where there is none.</summary>
    double Cutoff { get; }

    /// <summary>
    /// A typical energy of the interaction [energy], such as the depth of a well, positive: up to 64 times it, energies and forces of a
    /// pair fit the fixed-point sums of mixed precision; pairs beyond are computed in double precision.
    /// </summary>
    double EnergyScale { get; }

    /// <summary>
    /// Energy [energy] of pairs with squared distance <paramref name="r2"/> [length^2], below the cutoff, and
    /// <paramref name="forceOverR"/> = -U'(r)/r [energy/length^2], positive where the pair repels.
    /// </summary>
    /// <param name="r2">Squared distances.</param>
    /// <param name="p">The packed parameters.</param>
    /// <param name="forceOverR">The force on the first particle is this times r_i - r_j.</param>
    static abstract TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>;

    /// <summary>The potential between two types from those of each type with itself.</summary>
    /// <exception cref="ArgumentException">
    /// The potential has no such rule, or the two do not fit; the message is the end of a sentence that says why.
    /// </exception>
    static abstract TSelf Mix(TSelf a, TSelf b, MixingRule rule);

    /// <summary>Why a pair at distance <paramref name="r"/> [length] has no finite energy or force, as the end of a sentence.</summary>
    string ExplainFault(double r) => "they overlap";
}
