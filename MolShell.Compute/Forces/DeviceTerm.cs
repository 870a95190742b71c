using System.Collections.Immutable;
using MolShell.Compute.Forces.Neighbors;

namespace MolShell.Compute.Forces;

/// <summary>A term of the energy, as other devices than the processor see it.</summary>
internal abstract record DeviceTerm
{
    public required string Name { get; init; }
}

/// <summary>An energy that depends on nothing but the volume.</summary>
/// <param name="Energy">Energy times volume [energy length^3].</param>
/// <param name="Virial">Trace of the virial times volume [energy length^3].</param>
internal sealed record VolumeTerm(double Energy, double Virial) : DeviceTerm;

/// <summary>Springs that hold particles at places, to their nearest images.</summary>
/// <param name="Members">The particles.</param>
/// <param name="Numbers">Place and force constant of each, shape [n, 4].</param>
internal sealed record RestraintTerm(int[] Members, double[] Numbers) : DeviceTerm;

/// <summary>A term of the energy as numbers and a formula in OpenCL C (see <see cref="IPotential.OpenCl"/>).</summary>
internal abstract record FormulaTerm : DeviceTerm
{
    public required string Formula { get; init; }

    /// <summary>How many numbers the formula reads.</summary>
    public required int ParameterCount { get; init; }

    /// <summary>The numbers of each potential, one after the other.</summary>
    public required double[] Numbers { get; init; }

    /// <summary>Lists that numbers refer to.</summary>
    public required double[] Data { get; init; }
}

/// <summary>A potential of place; Numbers has shape [parameters].</summary>
internal sealed record ExternalTerm : FormulaTerm
{
    /// <summary>The particles it acts on; null for all.</summary>
    public int[]? Members { get; init; }

    /// <summary>Factors of the members.</summary>
    public double[] Weights { get; init; } = [];

    public static ExternalTerm Of<TPotential>(string name, TPotential potential, int[]? members = null, double[]? weights = null)
        where TPotential : struct, IPotential
    {
        double[] numbers = new double[TPotential.ParameterCount];
        List<double> data = [];
        potential.Pack(numbers, data);
        return new ExternalTerm
        {
            Name = name,
            Formula = TPotential.OpenCl,
            ParameterCount = numbers.Length,
            Numbers = numbers,
            Data = [.. data],
            Members = members,
            Weights = weights ?? [],
        };
    }
}

/// <summary>A potential between pairs; Numbers has shape [types, types, parameters and the squared cutoff].</summary>
internal sealed record PairTerm : FormulaTerm
{
    public required bool IsUniform { get; init; }

    public required bool UsesCharges { get; init; }

    /// <summary>Longest cutoff [length].</summary>
    public required double Cutoff { get; init; }

    /// <summary>Extra range of lists [length].</summary>
    public required double Skin { get; init; }

    public required Exclusions Exclusions { get; init; }

    /// <summary>Largest ordinary force of a pair [energy/length].</summary>
    public required double OrdinaryForce { get; init; }

    public int TypeCount => (int)Math.Round(Math.Sqrt(Numbers.Length / (ParameterCount + 1)));

    /// <summary>For each particle where its excluded partners start, and after the last the end; and all partners. One 0 each where there are none.</summary>
    public (int[] Starts, int[] Partners) ListExclusions(int count)
    {
        if (Exclusions.IsEmpty)
        {
            return ([0], [0]);
        }

        List<int> partners = [];
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++)
        {
            partners.AddRange(Exclusions.PartnersOf(i));
            starts[i + 1] = partners.Count;
        }

        return (starts, [.. partners]);
    }
}

/// <summary>A potential of bonds, angles or dihedrals; Numbers has shape [kinds, parameters].</summary>
internal sealed record BondedTerm : FormulaTerm
{
    /// <summary>Particles of one: 2, 3 or 4.</summary>
    public required int MemberCount { get; init; }

    /// <summary>Particles, shape [n, members].</summary>
    public required int[] Members { get; init; }

    /// <summary>Which numbers belong to each, shape [n].</summary>
    public required int[] Kinds { get; init; }

    public required bool UsesMinimumImage { get; init; }

    /// <summary>The term of a list of potentials, one for each group of particles.</summary>
    public static BondedTerm Of<TPotential>(string name, ImmutableArray<TPotential> potentials, int memberCount, int[] members, bool minimumImage)
        where TPotential : struct, IPotential
    {
        Dictionary<TPotential, int> known = [];
        List<double> numbers = [], data = [];
        int[] kinds = new int[potentials.Length];
        double[] packed = new double[TPotential.ParameterCount];
        for (int i = 0; i < kinds.Length; i++)
        {
            if (!known.TryGetValue(potentials[i], out kinds[i]))
            {
                known.Add(potentials[i], kinds[i] = known.Count);
                potentials[i].Pack(packed, data);
                numbers.AddRange(packed);
                Array.Clear(packed);
            }
        }

        return new BondedTerm
        {
            Name = name,
            Formula = TPotential.OpenCl,
            ParameterCount = TPotential.ParameterCount,
            Numbers = [.. numbers],
            Data = [.. data],
            MemberCount = memberCount,
            Members = members,
            Kinds = kinds,
            UsesMinimumImage = minimumImage,
        };
    }
}
