using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Coulomb: U(r) = k q_i q_j / (epsilon_r r) for r below the cutoff, with k = e^2/(4 pi epsilon_0). The truncated sum is not neutral: take
/// <see cref="Shifted{T}"/> or <see cref="ForceShifted{T}"/> of it, or <see cref="ReactionField"/>, for liquids.
/// </summary>
public readonly record struct Coulomb : IPairPotential<Coulomb>
{
    /// <param name="constant">k [energy length/elementary charge^2], see <see cref="UnitSystem.CoulombConstant"/>; positive.</param>
    /// <param name="cutoff">Cutoff [length], positive; infinite for none, in boxes that are not periodic.</param>
    /// <param name="dielectric">Relative dielectric constant epsilon_r of the medium, positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public Coulomb(double constant, double cutoff, double dielectric = 1)
    {
        Parameter.Positive(constant, nameof(constant), Name);
        Parameter.PositiveOrInfinite(cutoff, nameof(cutoff), Name);
        Parameter.Positive(dielectric, nameof(dielectric), Name);
        (Constant, Cutoff, Dielectric) = (constant, cutoff, dielectric);
    }

    public static string Name => "Coulomb";

    public static int ParameterCount => 1;

    public static bool UsesCharges => true;

    public static string OpenCl => """
        real inverse = 1 / r2;
        real energy = p[0] * chargeProduct * sqrt(inverse);
        *forceOverR = energy * inverse;
        return energy;
        """;

    /// <summary>k [energy length/elementary charge^2].</summary>
    public double Constant { get; }

    public double Cutoff { get; }

    /// <summary>Relative dielectric constant of the medium.</summary>
    public double Dielectric { get; }

    /// <summary>
    /// That of two elementary charges five cutoffs apart, or without one at distance 5: a thirteenth of a cutoff is ordinary.
    /// </summary>
    public double EnergyScale => Constant / (5 * Dielectric * (double.IsInfinity(Cutoff) ? 1 : Cutoff));

    /// <exception cref="ArgumentException">The two differ.</exception>
    public static Coulomb Mix(Coulomb a, Coulomb b, MixingRule rule) => a == b ? a : throw Mixing.Refuse<Coulomb>();

    public void Pack(Span<double> parameters, List<double> data) => parameters[0] = Constant / Dielectric;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal inverse = 1 / r2;
        TReal energy = p[0] * p.ChargeProduct * TReal.Sqrt(inverse);
        forceOverR = energy * inverse;
        return energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(constant={Constant}, cutoff={Cutoff}, dielectric={Dielectric})");

    public override string ToString() => Describe();
}
