using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>An angle potential on a set of angles: U = sum over angles of U(theta).</summary>
public sealed class AngleForce<TPotential> : IForce, IDeviceForce
    where TPotential : struct, IAnglePotential
{
    /// <summary>The same potential on each angle.</summary>
    public AngleForce(TPotential potential, IEnumerable<BondAngle> angles)
    {
        Angles = [.. angles];
        Potentials = [.. Enumerable.Repeat(potential, Angles.Length)];
    }

    /// <summary>A potential for each angle.</summary>
    public AngleForce(IEnumerable<(BondAngle Angle, TPotential Potential)> angles)
    {
        (BondAngle Angle, TPotential Potential)[] all = [.. angles];
        Angles = [.. all.Select(entry => entry.Angle)];
        Potentials = [.. all.Select(entry => entry.Potential)];
    }

    public string Name { get; init; } = TPotential.Name;

    public ImmutableArray<BondAngle> Angles { get; }

    /// <summary>The potential of each angle.</summary>
    public ImmutableArray<TPotential> Potentials { get; }

    /// <summary>Whether the bonds join nearest images (the default) or the unwrapped positions themselves.</summary>
    public bool UsesMinimumImage { get; init; } = true;

    public string Describe()
    {
        IEnumerable<string> angles = Angles.Select(
            (angle, a) => FormattableString.Invariant($"{angle.I}-{angle.J}-{angle.K}:{Potentials[a].Describe()}"));
        return $"Angle(minimum image {UsesMinimumImage}; {string.Join(' ', angles)})";
    }

    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        for (int a = 0; a < Angles.Length; a++)
        {
            (int i, int j, int k) = Angles[a];
            foreach (int particle in new[] { i, j, k })
            {
                system.Topology.CheckIndex(particle, $"angle {a} of {Name}");
            }

            if (i == j || j == k || i == k)
            {
                throw new ArgumentException($"{Name}: angle {a} is {i}-{j}-{k}; expected three different particles.");
            }
        }

        return new AngleEvaluator<TPotential>(this, Term(), system.ParticleCount);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system) => Term();

    public override string ToString() => $"{Name}: {Angles.Length} angles";

    private BondedTerm Term() =>
        BondedTerm.Of(Name, Potentials, 3, [.. Angles.SelectMany(angle => new[] { angle.I, angle.J, angle.K })], UsesMinimumImage);
}
