using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces;

/// <summary>
/// What one thread adds up: forces on particles, and for each term its energy and virial, as integers (see <see cref="ForceQuantum"/>).
/// </summary>
public sealed class ForceSum
{
    private readonly Int128[] energies;
    private readonly Int128[] virials;
    private double forceScale;
    private double energyScale;
    private int term;

    internal ForceSum(int capacity, int terms)
    {
        X = new long[capacity];
        Y = new long[capacity];
        Z = new long[capacity];
        energies = new Int128[terms];
        virials = new Int128[6 * terms];
    }

    /// <summary>Whether energies and virials are wanted, and not forces alone.</summary>
    public bool WantsEnergy { get; private set; }

    /// <summary>Whether pairs may be computed in single precision.</summary>
    internal bool IsMixed { get; private set; }

    internal ForceQuantum Quantum { get; private set; }

    /// <summary>Whether a contribution was too large for the quantum, or not a number.</summary>
    internal bool Failed { get; private set; }

    /// <summary>Forces on the particles by slot [force quantum].</summary>
    internal long[] X { get; }

    internal long[] Y { get; }

    internal long[] Z { get; }

    /// <summary>Adds to the force on the particle in a slot [energy/length].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int slot, Vec3 force)
    {
        X[slot] += Quanta(force.X * forceScale);
        Y[slot] += Quanta(force.Y * forceScale);
        Z[slot] += Quanta(force.Z * forceScale);
    }

    /// <summary>Adds to the energy of the term [energy].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddEnergy(double energy) => energies[term] += EnergyQuanta(energy);

    /// <summary>Adds the virial of a force at a place: r (x) f, symmetric [energy].</summary>
    public void AddVirial(Vec3 r, Vec3 f)
    {
        Span<Int128> virial = virials.AsSpan(6 * term, 6);
        virial[0] += EnergyQuanta(r.X * f.X);
        virial[1] += EnergyQuanta(r.Y * f.Y);
        virial[2] += EnergyQuanta(r.Z * f.Z);
        virial[3] += EnergyQuanta(0.5 * ((r.X * f.Y) + (r.Y * f.X)));
        virial[4] += EnergyQuanta(0.5 * ((r.X * f.Z) + (r.Z * f.X)));
        virial[5] += EnergyQuanta(0.5 * ((r.Y * f.Z) + (r.Z * f.Y)));
    }

    /// <summary>Says that a contribution has no value or does not fit: the evaluation is done again with coarser quanta.</summary>
    internal void Fail() => Failed = true;

    internal void AddQuanta(Int128 energy, ReadOnlySpan<Int128> virial)
    {
        energies[term] += energy;
        for (int k = 0; k < 6; k++)
        {
            virials[(6 * term) + k] += virial[k];
        }
    }

    internal void Begin(ForceQuantum quantum, bool isMixed, bool wantsEnergy)
    {
        (Quantum, IsMixed, WantsEnergy, Failed) = (quantum, isMixed, wantsEnergy, false);
        (forceScale, energyScale) = (1 / quantum.Force, 1 / quantum.Energy);
        energies.AsSpan().Clear();
        virials.AsSpan().Clear();
    }

    internal void SelectTerm(int index) => term = index;

    internal void ClearForces()
    {
        X.AsSpan().Clear();
        Y.AsSpan().Clear();
        Z.AsSpan().Clear();
    }

    internal Int128 EnergyOf(int index) => energies[index];

    internal ReadOnlySpan<Int128> VirialOf(int index) => virials.AsSpan(6 * index, 6);

    // Sums of energies have room for twice the bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Int128 EnergyQuanta(double energy)
    {
        double scaled = Math.Round(energy * energyScale);
        return Math.Abs(scaled) is >= ForceQuantum.Limit and < 1e36 ? (Int128)scaled : Quanta(scaled);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Quanta(double scaled)
    {
        // Written so that what is not a number fails.
        if (!(Math.Abs(scaled) < ForceQuantum.Limit))
        {
            Failed = true;
            return 0;
        }

        return (long)Math.Round(scaled);
    }
}
