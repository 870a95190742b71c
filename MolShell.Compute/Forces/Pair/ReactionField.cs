using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Coulomb with a reaction field, the answer of a continuum of dielectric constant epsilon_rf beyond the cutoff:
/// U(r) = k q_i q_j / epsilon_r (1/r + k_rf r^2 - c_rf) with k_rf = (epsilon_rf - epsilon_r)/((2 epsilon_rf + epsilon_r) r_c^3),
/// 1/(2 r_c^3) for a conductor, and c_rf = 1/r_c + k_rf r_c^2, so that the energy ends at zero; the force does for a conductor only.
/// Excluded pairs take no part. Tironi et al. 1995, doi:10.1063/1.469273.
/// </summary>
public readonly record struct ReactionField : IPairPotential<ReactionField>
{
    /// <param name="constant">k [energy length/elementary charge^2], see <see cref="UnitSystem.CoulombConstant"/>; positive.</param>
    /// <param name="cutoff">Cutoff [length], positive.</param>
    /// <param name="fieldDielectric">Relative dielectric constant epsilon_rf beyond the cutoff, positive; infinite for a conductor.</param>
    /// <param name="dielectric">Relative dielectric constant epsilon_r within the cutoff, positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public ReactionField(double constant, double cutoff, double fieldDielectric = double.PositiveInfinity, double dielectric = 1)
    {
        Parameter.Positive(constant, nameof(constant), Name);
        Parameter.Positive(cutoff, nameof(cutoff), Name);
        Parameter.PositiveOrInfinite(fieldDielectric, nameof(fieldDielectric), Name);
        Parameter.Positive(dielectric, nameof(dielectric), Name);
        (Constant, Cutoff, FieldDielectric, Dielectric) = (constant, cutoff, fieldDielectric, dielectric);
    }

    public static string Name => "ReactionField";

    public static int ParameterCount => 3;

    public static bool UsesCharges => true;

    public static string OpenCl => """
        real inverse = 1 / r2;
        real charges = p[0] * chargeProduct, root = sqrt(inverse);
        *forceOverR = charges * (root * inverse - 2 * p[1]);
        return charges * (root + p[1] * r2 - p[2]);
        """;

    /// <summary>k [energy length/elementary charge^2].</summary>
    public double Constant { get; }

    public double Cutoff { get; }

    /// <summary>Relative dielectric constant beyond the cutoff.</summary>
    public double FieldDielectric { get; }

    /// <summary>Relative dielectric constant within the cutoff.</summary>
    public double Dielectric { get; }

    /// <summary>That of two elementary charges five cutoffs apart: a thirteenth of a cutoff is ordinary.</summary>
    public double EnergyScale => Constant / (5 * Dielectric * Cutoff);

    /// <exception cref="ArgumentException">The two differ.</exception>
    public static ReactionField Mix(ReactionField a, ReactionField b, MixingRule rule) => a == b ? a : throw Mixing.Refuse<ReactionField>();

    public void Pack(Span<double> parameters, List<double> data)
    {
        double field = double.IsInfinity(FieldDielectric) ? 0.5 : (FieldDielectric - Dielectric) / ((2 * FieldDielectric) + Dielectric);
        parameters[0] = Constant / Dielectric;
        parameters[1] = field / (Cutoff * Cutoff * Cutoff);
        parameters[2] = (1 + field) / Cutoff;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal inverse = 1 / r2;
        TReal charges = p[0] * p.ChargeProduct, root = TReal.Sqrt(inverse);
        forceOverR = charges * ((root * inverse) - (2 * p[1]));
        return charges * (root + (p[1] * r2) - p[2]);
    }

    public string Describe() => FormattableString.Invariant(
        $"{Name}(constant={Constant}, cutoff={Cutoff}, field dielectric={FieldDielectric}, dielectric={Dielectric})");

    public override string ToString() => Describe();
}
