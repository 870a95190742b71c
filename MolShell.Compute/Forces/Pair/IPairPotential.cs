namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// The formula of a pair potential U(r) with the parameters of one pair of types: a small struct, so that <see cref="PairForce{T}"/>
/// is compiled for it without a call in the inner loop. <c>default</c> must have a cutoff of 0 and stands for "no interaction".
/// </summary>
public interface IPairPotential<TSelf>
    where TSelf : struct, IPairPotential<TSelf>
{
    /// <summary>Name of the term in energy reports.</summary>
    static abstract string Name { get; }

    /// <summary>Distance [length] from which on energy and force are zero.</summary>
    double Cutoff { get; }

    /// <summary>
    /// Energy [energy] of a pair with squared distance <paramref name="r2"/> [length^2], below the cutoff, and
    /// <paramref name="forceOverR"/> = -U'(r)/r [energy/length^2], positive where the pair repels.
    /// </summary>
    double Evaluate(double r2, out double forceOverR);

    /// <summary>A culture-invariant text of all parameters with round-trip numbers, such as "WCA(epsilon=1, sigma=1)".</summary>
    string Describe();

    /// <summary>The potential between two types from those of each type with itself (Lorentz-Berthelot where it applies).</summary>
    static abstract TSelf Mix(TSelf a, TSelf b);
}
