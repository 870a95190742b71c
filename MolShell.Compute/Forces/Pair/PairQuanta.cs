namespace MolShell.Compute.Forces.Pair;

/// <summary>The units in which forces, energies and virials of single pairs are rounded.</summary>
/// <param name="Force">Quantum of force [energy/length].</param>
/// <param name="Energy">Quantum of energy [energy].</param>
/// <param name="Virial">Quantum of virial [energy].</param>
/// <param name="Largest">The largest of a pair that fits.</param>
internal readonly record struct PairQuanta(double Force, double Energy, double Virial, PairExtremes Largest)
{
    /// <summary>So many quanta as an ordinary pair needs at most, 26 bits in single and 58 in double precision; but never finer than those of sums.</summary>
    public static PairQuanta For(PairExtremes ordinary, ForceQuantum sums, bool isSingle)
    {
        // 31 integers of so many bits fit an integer of the lanes.
        int bits = isSingle ? 26 : 58;
        double largest = 1L << bits;
        double force = Coarser(ordinary.Force, sums.Force);
        double energy = Coarser(ordinary.Energy, sums.Energy);
        double virial = Coarser(ordinary.Virial, sums.Energy);
        return new PairQuanta(force, energy, virial, new PairExtremes(largest * force, largest * energy, largest * virial));

        double Coarser(double extreme, double quantum) =>
            extreme > 0 ? Math.Max(quantum, Math.ScaleB(1, Math.ILogB(extreme) + 1 - bits)) : quantum;
    }
}
