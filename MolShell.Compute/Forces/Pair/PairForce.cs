using System.Collections.Immutable;
using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential between all particles: U = sum over pairs and periodic images of U(r), each pair of a particle and an image
/// within the cutoff once. Any box: open, rectangular, triclinic, also smaller than the cutoff, where a particle meets several
/// images of another and of itself (a cutoff over more than 20 images is refused).
/// </summary>
/// <param name="parameters">The potentials by types.</param>
public sealed class PairForce<TPotential>(PairTable<TPotential> parameters) : IForce
    where TPotential : struct, IPairPotential<TPotential>
{
    /// <summary>One potential between all particles of whatever type.</summary>
    public PairForce(TPotential potential)
        : this(PairTable<TPotential>.Uniform(potential))
    {
    }

    public string Name { get; init; } = TPotential.Name;

    public PairTable<TPotential> Parameters { get; } = parameters;

    /// <summary>
    /// Pairs joined by at most this number of bonds of the topology do not interact through this force (their nearest images only);
    /// 0 excludes nothing, 1 bonded neighbours, 2 also the ends of angles, 3 also those of dihedrals.
    /// </summary>
    public int ExcludedBonds { get; init; }

    /// <summary>Further pairs that do not interact through this force (their nearest images only).</summary>
    public ImmutableArray<Bond> ExcludedPairs { get; init; } = [];

    /// <summary>
    /// Extra range of the neighbour list [length]: a large one makes it longer but rebuilt less often. It never changes a result.
    /// Null chooses from the density.
    /// </summary>
    public double? Skin { get; init; }

    public string Describe()
    {
        string excluded = string.Join(' ', ExcludedPairs.Select(pair => FormattableString.Invariant($"{pair.I}-{pair.J}")));
        return FormattableString.Invariant($"Pair({Parameters.Describe()}; excluded bonds {ExcludedBonds}; excluded pairs [{excluded}])");
    }

    public override string ToString() => $"{Name}: {Parameters.Describe()}";

    public IForceEvaluator CreateEvaluator(MolecularSystem system, IDevice device)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new PairEvaluator<TPotential>(this, system);
    }
}
