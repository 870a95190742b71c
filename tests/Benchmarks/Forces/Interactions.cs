using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>
/// What acts in a system of one kind of particle in reduced units (epsilon = sigma = m = 1), in words that every program understands.
/// </summary>
internal sealed record Interactions
{
    /// <summary>K and R0 of the Kremer-Grest bond; the repulsion between bonded particles belongs to it.</summary>
    public const double FeneConstant = 30, FeneLength = 1.5;

    /// <summary>Cutoff of the Lennard-Jones potential [sigma].</summary>
    public required double Cutoff { get; init; }

    /// <summary>Whether the pair energy is zero at the cutoff.</summary>
    public bool Shifted { get; init; } = true;

    /// <summary>Particles of each FENE chain 0-1-2-..., which all belong to; 0 for none. Bonded pairs have no further pair force.</summary>
    public int ChainLength { get; init; }

    /// <summary>Whether each chain is closed to a ring.</summary>
    public bool Closed { get; init; }

    /// <summary>Stiffness k of k (1 + cos theta) along a chain [epsilon]; 0 for none.</summary>
    public double Bend { get; init; }

    /// <summary>A double-well bond between particles 0 and 1, which repel each other as all others do.</summary>
    public DoubleWellBond? Well { get; init; }

    /// <summary>Whether only pair forces act.</summary>
    public bool IsFluid => ChainLength == 0 && Well is null;

    public IReadOnlyList<Bond> Bonds(int particles) => Well is not null ? [new Bond(0, 1)]
        : ChainLength == 0 ? []
        : [.. Enumerable.Range(0, particles).Where(i => Closed || i % ChainLength < ChainLength - 1).Select(i => new Bond(i, Next(i)))];

    public IReadOnlyList<BondAngle> Angles(int particles) => Bend == 0 ? []
        : [.. Enumerable.Range(0, particles)
            .Where(i => Closed || i % ChainLength < ChainLength - 2)
            .Select(i => new BondAngle(i, Next(i), Next(Next(i))))];

    /// <summary>The forces of MolShell.</summary>
    public IEnumerable<IForce> ToForces(int particles)
    {
        // The set-up of LAMMPS' bench chain cuts at 1.12, a little before the minimum that ends a WCA potential.
        int excluded = ChainLength > 0 ? 1 : 0;
        yield return Shifted && Cutoff == Wca.CutoffOverSigma
            ? new PairForce<Wca>(new Wca(1, 1)) { ExcludedBonds = excluded }
            : new PairForce<LennardJones>(new LennardJones(1, 1, Cutoff, Shifted)) { ExcludedBonds = excluded };
        if (ChainLength > 0)
        {
            yield return new BondForce<FeneBond>(new FeneBond(FeneConstant, FeneLength, new Wca(1, 1)), Bonds(particles));
        }

        if (Bend > 0)
        {
            yield return new AngleForce<CosineAngle>(new CosineAngle(Bend), Angles(particles));
        }

        if (Well is { } well)
        {
            yield return new BondForce<DoubleWellBond>(well, Bonds(particles));
        }
    }

    private int Next(int i) => i % ChainLength < ChainLength - 1 ? i + 1 : i + 1 - ChainLength;
}
