using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>A bond potential on a set of bonds: U = sum over bonds of U(r).</summary>
public sealed class BondForce<TPotential> : IForce, IDeviceForce
    where TPotential : struct, IBondPotential
{
    /// <summary>The same potential on each bond.</summary>
    public BondForce(TPotential potential, IEnumerable<Bond> bonds)
    {
        Bonds = [.. bonds];
        Potentials = [.. Enumerable.Repeat(potential, Bonds.Length)];
    }

    /// <summary>A potential for each bond.</summary>
    public BondForce(IEnumerable<(Bond Bond, TPotential Potential)> bonds)
    {
        (Bond Bond, TPotential Potential)[] all = [.. bonds];
        Bonds = [.. all.Select(entry => entry.Bond)];
        Potentials = [.. all.Select(entry => entry.Potential)];
    }

    public string Name { get; init; } = TPotential.Name;

    public ImmutableArray<Bond> Bonds { get; }

    /// <summary>The potential of each bond.</summary>
    public ImmutableArray<TPotential> Potentials { get; }

    /// <summary>Whether a bond joins the nearest images of its ends (the default) or the unwrapped positions themselves.</summary>
    public bool UsesMinimumImage { get; init; } = true;

    public string Describe()
    {
        IEnumerable<string> bonds = Bonds.Select((bond, b) => FormattableString.Invariant($"{bond.I}-{bond.J}:{Potentials[b].Describe()}"));
        return $"Bond(minimum image {UsesMinimumImage}; {string.Join(' ', bonds)})";
    }

    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        for (int b = 0; b < Bonds.Length; b++)
        {
            string where = $"bond {b} of {Name}";
            system.Topology.CheckIndex(Bonds[b].I, where);
            system.Topology.CheckIndex(Bonds[b].J, where);
            if (Bonds[b].I == Bonds[b].J)
            {
                throw new ArgumentException($"{Name}: bond {b} joins particle {Bonds[b].I} to itself.");
            }
        }

        return new BondEvaluator<TPotential>(this, Term(), system.ParticleCount);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system) => Term();

    public override string ToString() => $"{Name}: {Bonds.Length} bonds";

    private BondedTerm Term() =>
        BondedTerm.Of(Name, Potentials, 2, [.. Bonds.SelectMany(bond => new[] { bond.I, bond.J })], UsesMinimumImage);
}
