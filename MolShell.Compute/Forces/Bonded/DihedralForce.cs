using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>A potential of dihedral angles, proper or improper, on a set of them: U = sum over dihedrals of U(phi).</summary>
public sealed class DihedralForce<TPotential> : IForce, IDeviceForce
    where TPotential : struct, IDihedralPotential
{
    /// <summary>The same potential on each dihedral.</summary>
    public DihedralForce(TPotential potential, IEnumerable<BondDihedral> dihedrals)
    {
        Dihedrals = [.. dihedrals];
        Potentials = [.. Enumerable.Repeat(potential, Dihedrals.Length)];
    }

    /// <summary>A potential for each dihedral; one that is listed again has the sum.</summary>
    public DihedralForce(IEnumerable<(BondDihedral Dihedral, TPotential Potential)> dihedrals)
    {
        (BondDihedral Dihedral, TPotential Potential)[] all = [.. dihedrals];
        Dihedrals = [.. all.Select(entry => entry.Dihedral)];
        Potentials = [.. all.Select(entry => entry.Potential)];
    }

    public string Name { get; init; } = TPotential.Name;

    public ImmutableArray<BondDihedral> Dihedrals { get; }

    /// <summary>The potential of each dihedral.</summary>
    public ImmutableArray<TPotential> Potentials { get; }

    /// <summary>Whether the bonds join nearest images (the default) or the unwrapped positions themselves.</summary>
    public bool UsesMinimumImage { get; init; } = true;

    public string Describe()
    {
        IEnumerable<string> dihedrals = Dihedrals.Select(
            (d, n) => FormattableString.Invariant($"{d.I}-{d.J}-{d.K}-{d.L}:{Potentials[n].Describe()}"));
        return $"Dihedral(minimum image {UsesMinimumImage}; {string.Join(' ', dihedrals)})";
    }

    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        for (int d = 0; d < Dihedrals.Length; d++)
        {
            (int i, int j, int k, int l) = Dihedrals[d];
            int[] particles = [i, j, k, l];
            foreach (int particle in particles)
            {
                system.Topology.CheckIndex(particle, $"dihedral {d} of {Name}");
            }

            if (particles.Distinct().Count() < particles.Length)
            {
                throw new ArgumentException($"{Name}: dihedral {d} is {i}-{j}-{k}-{l}; expected four different particles.");
            }
        }

        return new DihedralEvaluator<TPotential>(this, Term(), system.ParticleCount);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system) => Term();

    public override string ToString() => $"{Name}: {Dihedrals.Length} dihedrals";

    private BondedTerm Term() =>
        BondedTerm.Of(Name, Potentials, 4, [.. Dihedrals.SelectMany(d => new[] { d.I, d.J, d.K, d.L })], UsesMinimumImage);
}
