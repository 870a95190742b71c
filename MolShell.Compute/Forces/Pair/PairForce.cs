using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Forces.Neighbors;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Forces.Pair.Clusters;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A pair potential between all particles: U = sum over pairs and periodic images of U(r), each pair of a particle and an image
/// within the cutoff once. Any box: open, rectangular, triclinic, also smaller than the cutoff, where a particle meets several
/// images of another and of itself (a cutoff over more than 20 images is refused).
/// </summary>
/// <param name="parameters">The potentials by types.</param>
public sealed class PairForce<TPotential>(PairTable<TPotential> parameters) : IForce, IDeviceForce
    where TPotential : struct, IPairPotential<TPotential>
{
    // A sum over 41^3 cells: more is a slip of the pen, and would not end.
    private const int MaximumImages = 20;

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

    /// <exception cref="ArgumentException">Parameters, charges or exclusions do not fit the system, or the cutoff not the box.</exception>
    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        TPotential[] table = Parameters.Resolve(system.Topology);
        double cutoff = table.Max(potential => potential.Cutoff);
        double skin = Skin ?? DefaultSkin(cutoff, system);
        if (!(skin >= 0 && double.IsFinite(skin)))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Name}: the skin of the neighbour list is {skin:g6}; expected a finite number that is not negative."));
        }

        if (TPotential.UsesCharges && system.Topology.Charges.Length == 0)
        {
            throw new ArgumentException($"{Name} acts between charges, and the particles of system '{system.Name}' have none.");
        }

        RequireFewImages(cutoff, system.Box);
        Exclusions exclusions = new(system.Topology, ExcludedBonds, ExcludedPairs);
        return cutoff > 0 && ClusterFrame.Fits(system.Box, cutoff)
            ? new ClusterPairEvaluator<TPotential>(this, system, table, exclusions, skin)
            : new ImagePairEvaluator<TPotential>(Name, system, table, exclusions, skin);
    }

    // Part of the distance between neighbours: a liquid then goes ten or more steps on one list.
    private static double DefaultSkin(double cutoff, MolecularSystem system)
    {
        if (!double.IsFinite(cutoff))
        {
            return 0;
        }

        double spacing = Math.Cbrt(system.Box.Volume / system.ParticleCount);
        return Math.Min(0.6 * spacing, 0.5 * cutoff);
    }

    private void RequireFewImages(double cutoff, Box box)
    {
        double width = Math.Min(
            box.IsPeriodicA ? box.PlaneSpacings.X : double.PositiveInfinity,
            Math.Min(
                box.IsPeriodicB ? box.PlaneSpacings.Y : double.PositiveInfinity,
                box.IsPeriodicC ? box.PlaneSpacings.Z : double.PositiveInfinity));
        if (cutoff > MaximumImages * width)
        {
            double images = Math.Ceiling(cutoff / width);
            throw new ArgumentException(
                FormattableString.Invariant($"{Name}: the cutoff {cutoff:g6} reaches over {images} images of a box {width:g6} wide; ")
                + $"expected at most {MaximumImages}. Shorten the cutoff, or take a larger box.");
        }
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system)
    {
        PairParameters<TPotential> packed = new(Parameters.Resolve(system.Topology), system.Topology);
        int pairs = packed.TypeCount * packed.TypeCount;
        return new PairTerm
        {
            Name = Name,
            Formula = TPotential.OpenCl,
            ParameterCount = TPotential.ParameterCount,
            Numbers = [.. Enumerable.Range(0, pairs).SelectMany(pair => packed.Tables.Select(table => table[pair]))],
            Data = packed.Data,
            IsUniform = packed.IsUniform,
            UsesCharges = TPotential.UsesCharges,
            Cutoff = packed.Cutoff,
            Skin = Skin ?? DefaultSkin(packed.Cutoff, system),
            Exclusions = new Exclusions(system.Topology, ExcludedBonds, ExcludedPairs),
            OrdinaryForce = packed.Ordinary().Force,
        };
    }
}
