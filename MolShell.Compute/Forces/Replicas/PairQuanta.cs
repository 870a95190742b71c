using MolShell.Compute.Forces.Pair;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The units in which energies, forces and virials of single pairs are rounded.</summary>
/// <param name="Force">Quantum of force [energy/length].</param>
/// <param name="Largest">The largest of a pair that fits.</param>
internal readonly record struct PairQuanta(double Force, PairExtremes Largest)
{
    /// <summary>So many quanta as an ordinary pair needs at most, 26 bits in single and 58 in double precision; but never finer than those of sums.</summary>
    public static PairQuanta For(PairExtremes ordinary, ForceQuantum sums, bool isSingle)
    {
        int bits = isSingle ? 26 : 58;
        double largest = 1L << bits;
        double force = Coarser(ordinary.Force, sums.Force);
        return new PairQuanta(
            force, new PairExtremes(largest * force, largest * Coarser(ordinary.Energy, sums.Energy), largest * Coarser(ordinary.Virial, sums.Energy)));

        double Coarser(double extreme, double quantum) =>
            extreme > 0 ? Math.Max(quantum, Math.ScaleB(1, Math.ILogB(extreme) + 1 - bits)) : quantum;
    }
}
