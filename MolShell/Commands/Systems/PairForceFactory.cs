using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

/// <summary>Makes the forces of a pair potential: it, its 1-4 interactions and its tail, with what is done to it at the cutoff.</summary>
internal sealed class PairForceFactory
{
    public required Topology Topology { get; init; }

    public required PairModifier Modifier { get; init; }

    /// <summary>Where a switch starts [length].</summary>
    public double SwitchDistance { get; init; }

    /// <summary>Without a mixing rule, the type or two that interact; null for all. With one, the types that are mixed.</summary>
    public string[]? Types { get; init; }

    /// <summary>How the pairs of types follow from each type's own potential; null where there is one potential.</summary>
    public MixingRule? MixingRule { get; init; }

    public int ExcludedBonds { get; init; }

    /// <summary>The part of the interaction that acts between pairs joined by three bonds; null for none of it.</summary>
    public double? OneFourScale { get; init; }

    public bool HasTail { get; init; }

    /// <param name="potentials">One potential; or with a mixing rule that of each type.</param>
    public IEnumerable<IForce> Make<T>(params T[] potentials)
        where T : struct, IPairPotential<T> => Modifier switch
    {
        PairModifier.Shift => Forces(Array.ConvertAll(potentials, potential => new Shifted<T>(potential))),
        PairModifier.ForceShift => Forces(Array.ConvertAll(potentials, potential => new ForceShifted<T>(potential))),
        PairModifier.Switch => Forces(Array.ConvertAll(potentials, potential => new Switched<T>(potential, SwitchDistance))),
        _ => Forces(potentials),
    };

    private IEnumerable<IForce> Forces<T>(T[] potentials)
        where T : struct, IPairPotential<T>
    {
        PairForce<T> pair = new(Table(potentials)) { ExcludedBonds = ExcludedBonds };
        yield return pair;
        if (OneFourScale is { } scale)
        {
            yield return new ListedPairForce<T>(pair.Parameters, BondGraph.Pairs(Topology, 3), scale) { Name = $"{pair.Name}14" };
        }

        if (HasTail)
        {
            yield return new TailCorrection<T>(pair);
        }
    }

    private PairTable<T> Table<T>(T[] potentials)
        where T : struct, IPairPotential<T>
    {
        if (MixingRule is { } rule)
        {
            PairTable<T> mixed = new() { MixingRule = rule };
            return Types!.Zip(potentials).Aggregate(mixed, (table, like) => table.With(like.First, like.First, like.Second));
        }

        // Between the types that were named, and none between others.
        return Types is null
            ? PairTable<T>.Uniform(potentials[0])
            : PairTable<T>.Uniform(default).With(Types[0], Types[^1], potentials[0]);
    }
}
