using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>
/// The units in which forces and energies are summed as 64-bit integers. Such sums do not depend on their order, and so neither on the
/// number of threads nor on the neighbour list; a contribution to a force may have up to 2^58 quanta, and 32 of them fit a sum.
/// </summary>
/// <param name="Force">Quantum of force [energy/length], a power of two.</param>
/// <param name="Energy">Quantum of energy [energy], a power of two.</param>
internal readonly record struct ForceQuantum(double Force, double Energy)
{
    /// <summary>Largest number of quanta in a contribution to a force.</summary>
    public const double Limit = 1L << 58;

    private const int ForceFraction = 48;
    private const int EnergyFraction = 60;

    /// <summary>Whether there is no coarser one that would help: forces then are infinite or not numbers.</summary>
    public bool IsCoarsest => Force > 1e280 || Energy > 1e280;

    /// <summary>
    /// 2^-48 and 2^-60 of the natural units: 1 in reduced units, else kcal/mol and Angstrom; or more, where forces as large as
    /// <paramref name="largestForce"/> [energy/length] are usual.
    /// </summary>
    public static ForceQuantum For(UnitSystem units, double largestForce)
    {
        bool reduced = units == UnitSystem.Reduced;
        double energy = reduced ? 1 : UnitSystem.Real.Convert(1, Dimension.Energy, units);
        double length = reduced ? 1 : UnitSystem.Real.Convert(1, Dimension.Length, units);
        double ordinary = PowerOfTwo(energy / length, -ForceFraction);
        double force = Math.Max(ordinary, PowerOfTwo(largestForce, 1) / Limit);
        return new ForceQuantum(force, PowerOfTwo(energy, -EnergyFraction) * (force / ordinary));
    }

    /// <summary>Quanta 2^<paramref name="bits"/> times as large.</summary>
    public ForceQuantum Coarser(int bits) => new(Math.ScaleB(Force, bits), Math.ScaleB(Energy, bits));

    private static double PowerOfTwo(double value, int exponent) => value > 0 ? Math.ScaleB(1, Math.ILogB(value) + exponent) : 0;
}
