using System.Collections.Immutable;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// A pair potential between listed pairs only, multiplied by a factor: U = s sum over the list of U(r). With
/// <see cref="BondGraph.Pairs"/> and a <see cref="PairForce{T}"/> that excludes three bonds, the scaled 1-4 interactions of a force field.
/// </summary>
/// <param name="parameters">The potentials by types.</param>
/// <param name="pairs">The pairs.</param>
/// <param name="scale">s, finite.</param>
public sealed class ListedPairForce<TPotential>(PairTable<TPotential> parameters, IEnumerable<Bond> pairs, double scale = 1) : IForce
    where TPotential : struct, IPairPotential<TPotential>
{
    public string Name { get; init; } = $"{TPotential.Name}Listed";

    public PairTable<TPotential> Parameters { get; } = parameters;

    public ImmutableArray<Bond> Pairs { get; } = [.. pairs];

    /// <summary>The factor s.</summary>
    public double Scale { get; } = scale;

    /// <summary>Whether the nearest images interact (the default) or the unwrapped positions themselves.</summary>
    public bool UsesMinimumImage { get; init; } = true;

    public string Describe() => FormattableString.Invariant(
        $"ListedPair({Parameters.Describe()}; scale {Scale}; minimum image {UsesMinimumImage}; {string.Join(' ', Pairs.Select(Text))})");

    /// <exception cref="ArgumentException">
    /// A pair names a particle that does not exist or one twice, lacks parameters, or charges are missing.
    /// </exception>
    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        Parameter.Finite(Scale, "scale", Name);
        for (int k = 0; k < Pairs.Length; k++)
        {
            string where = $"pair {k} of {Name}";
            system.Topology.CheckIndex(Pairs[k].I, where);
            system.Topology.CheckIndex(Pairs[k].J, where);
            if (Pairs[k].I == Pairs[k].J)
            {
                throw new ArgumentException($"{Name}: pair {k} is particle {Pairs[k].I} with itself.");
            }
        }

        if (TPotential.UsesCharges && system.Topology.Charges.IsEmpty)
        {
            throw new ArgumentException($"{Name} acts between charges, and the particles of system '{system.Name}' have none.");
        }

        return new ListedPairEvaluator<TPotential>(this, system.Topology);
    }

    public override string ToString() => $"{Name}: {Pairs.Length} pairs";

    private static string Text(Bond pair) => FormattableString.Invariant($"{pair.I}-{pair.J}");
}
