using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>
/// The units in which forces and energies are summed as 64-bit integers on a device. Those of forces are the ones of the processor, so that
/// sums are the same; those of energies are coarser, since a device has no integers of 128 bits.
/// </summary>
/// <param name="Quantum">Quantum of force [energy/length].</param>
/// <param name="Energy">Quantum of energy [energy], a power of two.</param>
internal readonly record struct SumUnits(ForceQuantum Quantum, double Energy)
{
    /// <summary>Largest number of quanta in a contribution to an energy; 64 of them fit a sum, and kernels have two words for sums.</summary>
    public const double EnergyLimit = 1L << EnergyLimitBits;

    /// <summary>Its logarithm to base 2.</summary>
    public const int EnergyLimitBits = 57;

    private const int EnergyFraction = 42;
    private const int CoarserBits = 16;

    /// <summary>Quantum of force [energy/length], a power of two.</summary>
    public double Force => Quantum.Force;

    /// <summary>2^-42 of the natural unit of energy (1 in reduced units, else kcal/mol), and the force that fits <paramref name="largestForce"/>.</summary>
    public static SumUnits For(UnitSystem units, double largestForce)
    {
        double natural = units == UnitSystem.Reduced ? 1 : UnitSystem.Real.Convert(1, Dimension.Energy, units);
        return new SumUnits(ForceQuantum.For(units, largestForce), Math.ScaleB(1, Math.ILogB(natural) - EnergyFraction));
    }

    /// <summary>Whether there are no coarser ones that would help: forces or energies then are infinite or not numbers.</summary>
    public bool AreCoarsest => Quantum.IsCoarsest || Energy > 1e280;

    /// <summary>Units 2^16 times as large, of what did not fit.</summary>
    public SumUnits Coarser(bool force, bool energy) =>
        new(force ? Quantum.Coarser(16) : Quantum, energy ? Math.ScaleB(Energy, CoarserBits) : Energy);
}
