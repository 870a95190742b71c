using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// Which pair potential acts between which types. Immutable. Either one potential for all pairs, or potentials by names of types;
/// a pair of different types that is not given is mixed from the two like pairs by <see cref="MixingRule"/>.
/// </summary>
public sealed class PairTable<TPotential>
    where TPotential : struct, IPairPotential<TPotential>
{
    private readonly TPotential? uniform;
    private readonly ImmutableDictionary<(string A, string B), TPotential> pairs;

    /// <summary>An empty table, to be filled with <see cref="With"/> and <see cref="Without"/>.</summary>
    public PairTable()
        : this(null, ImmutableDictionary<(string, string), TPotential>.Empty)
    {
    }

    private PairTable(TPotential? uniform, ImmutableDictionary<(string, string), TPotential> pairs) =>
        (this.uniform, this.pairs) = (uniform, pairs);

    /// <summary>How pairs of different types that are not given follow from the like pairs.</summary>
    public MixingRule MixingRule { get; init; }

    /// <summary>One potential between all particles of whatever type.</summary>
    public static PairTable<TPotential> Uniform(TPotential potential) =>
        new(potential, ImmutableDictionary<(string, string), TPotential>.Empty);

    /// <summary>The table with a potential between two types, or within one.</summary>
    public PairTable<TPotential> With(string typeA, string typeB, TPotential potential) =>
        new(uniform, pairs.SetItem(Key(typeA, typeB), potential)) { MixingRule = MixingRule };

    /// <summary>The table with the two types not interacting through this force.</summary>
    public PairTable<TPotential> Without(string typeA, string typeB) => With(typeA, typeB, default);

    /// <summary>The potentials of a system's types, row-major [types, types].</summary>
    /// <exception cref="ArgumentException">A pair has no parameters, or the table names a type that the system lacks.</exception>
    internal TPotential[] Resolve(Topology topology)
    {
        ImmutableArray<string> names = topology.TypeNames;
        foreach ((string a, string b) in pairs.Keys)
        {
            foreach (string name in new[] { a, b })
            {
                if (!names.Contains(name))
                {
                    throw new ArgumentException(
                        $"{TPotential.Name}: there are parameters for type '{name}', "
                        + $"but the system's types are {string.Join(", ", names)}.");
                }
            }
        }

        TPotential[] table = new TPotential[names.Length * names.Length];
        for (int a = 0; a < names.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                table[(a * names.Length) + b] = table[(b * names.Length) + a] = Find(names[a], names[b]);
            }
        }

        return table;
    }

    /// <summary>A text of all entries, in a fixed order.</summary>
    internal string Describe()
    {
        IEnumerable<string> entries = pairs
            .OrderBy(entry => entry.Key.A, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.B, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key.A}-{entry.Key.B}: {(entry.Value.Cutoff > 0 ? entry.Value.Describe() : "none")}");
        entries = MixingRule == default ? entries : entries.Append($"mixing {MixingRule}");
        return string.Join("; ", uniform is { } all ? entries.Prepend($"all: {(all.Cutoff > 0 ? all.Describe() : "none")}") : entries);
    }

    private TPotential Find(string a, string b)
    {
        if (pairs.TryGetValue(Key(a, b), out TPotential given))
        {
            return given;
        }

        if (uniform is { } all)
        {
            return all;
        }

        if (a != b && pairs.TryGetValue((a, a), out TPotential aa) && pairs.TryGetValue((b, b), out TPotential bb))
        {
            // A type that does not interact with itself has nothing to mix.
            if (aa.Cutoff > 0 && bb.Cutoff > 0)
            {
                return Mix(a, aa, b, bb);
            }
        }

        string remedy = a == b ? "give them, or exclude the pair"
            : $"give them, or those of {a}-{a} and {b}-{b} to mix, or exclude the pair";
        throw new ArgumentException($"{TPotential.Name}: no parameters for the pair of types {a}-{b}; {remedy}.");
    }

    private TPotential Mix(string a, TPotential aa, string b, TPotential bb)
    {
        try
        {
            return TPotential.Mix(aa, bb, MixingRule);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException(
                $"{TPotential.Name}: no parameters for the pair of types {a}-{b}, and {fault.Message}; give them, or exclude the pair.",
                fault);
        }
    }

    private static (string A, string B) Key(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
