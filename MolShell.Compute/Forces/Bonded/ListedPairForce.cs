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
public sealed class ListedPairForce<TPotential>(PairTable<TPotential> parameters, IEnumerable<Bond> pairs, double scale = 1)
    : IForce, IDeviceForce
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

        return new ListedPairEvaluator<TPotential>(this, Term(system.Topology), system.Topology);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system) => Term(system.Topology);

    public override string ToString() => $"{Name}: {Pairs.Length} pairs";

    private BondedTerm Term(Topology topology)
    {
        int own = TPotential.ParameterCount;
        TPotential[] table = Parameters.Resolve(topology);
        Dictionary<(int Entry, double Charge), int> known = [];
        List<double> numbers = [], data = [];
        int[] kinds = new int[Pairs.Length];
        for (int k = 0; k < kinds.Length; k++)
        {
            (int i, int j) = Pairs[k];
            int entry = (topology.Types[i] * topology.TypeNames.Length) + topology.Types[j];
            double charge = TPotential.UsesCharges ? topology.Charges[i] * topology.Charges[j] : 0;
            if (!known.TryGetValue((entry, charge), out kinds[k]))
            {
                known.Add((entry, charge), kinds[k] = known.Count);
                double[] packed = new double[own + 3];
                if (table[entry].Cutoff > 0)
                {
                    table[entry].Pack(packed.AsSpan(0, own), data);
                }

                (packed[own], packed[own + 1], packed[own + 2]) = (table[entry].Cutoff * table[entry].Cutoff, Scale, charge);
                numbers.AddRange(packed);
            }
        }

        string inner = OpenClText.Inner<TPotential>(0, "listedEnergy").Replace("*forceOverR", "listedForce", StringComparison.Ordinal);
        string formula = FormattableString.Invariant($$"""
            const real chargeProduct = p[{{own + 2}}];
            real listedForce = 0;
            {{inner}}
            const real listedScale = r2 < p[{{own}}] ? p[{{own + 1}}] : 0;
            *forceOverR = listedScale != 0 ? listedScale * listedForce : 0;
            return listedScale != 0 ? listedScale * listedEnergy : 0;
            """);
        return new BondedTerm
        {
            Name = Name,
            Formula = formula,
            ParameterCount = own + 3,
            Numbers = [.. numbers],
            Data = [.. data],
            MemberCount = 2,
            Members = [.. Pairs.SelectMany(pair => new[] { pair.I, pair.J })],
            Kinds = kinds,
            UsesMinimumImage = UsesMinimumImage,
        };
    }

    private static string Text(Bond pair) => FormattableString.Invariant($"{pair.I}-{pair.J}");
}
