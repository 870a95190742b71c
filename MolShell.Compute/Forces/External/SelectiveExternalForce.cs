using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// A potential of place that acts on chosen particles at their unwrapped positions, for each times its mass, its charge or 1:
/// U = sum over particles of w_i V(r_i).
/// </summary>
/// <param name="potential">V.</param>
/// <param name="coupling">What w is.</param>
/// <param name="particles">The particles; all without.</param>
public sealed class SelectiveExternalForce<TPotential>(
    TPotential potential, ExternalCoupling coupling = ExternalCoupling.None, IEnumerable<int>? particles = null)
    : IForce, IDeviceForce
    where TPotential : struct, IExternalPotential
{
    public string Name { get; init; } = TPotential.Name;

    public TPotential Potential { get; } = potential;

    public ExternalCoupling Coupling { get; } = coupling;

    /// <summary>The particles it acts on; null for all.</summary>
    public ImmutableArray<int>? Particles { get; } = particles is null ? null : [.. particles];

    public string Describe()
    {
        string chosen = Particles is { } particles ? string.Join(' ', particles) : "all";
        return $"External({Potential.Describe()}; coupling {Coupling}; particles {chosen})";
    }

    /// <exception cref="ArgumentException">A particle does not exist or is named twice, charges are missing, or coordinates.</exception>
    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        ExternalChecks.RequireDimension(Name, Potential.Dimension, system);
        (int[] chosen, double[] weights) = Choose(system);
        return new SelectiveExternalEvaluator<TPotential>(Potential, chosen, weights);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system)
    {
        (int[] chosen, double[] weights) = Choose(system);
        return ExternalTerm.Of(Name, Potential, chosen, weights);
    }

    public override string ToString() => $"{Name}: {Potential.Describe()}";

    private (int[] Chosen, double[] Weights) Choose(MolecularSystem system)
    {
        int[] chosen = [.. Particles ?? [.. Enumerable.Range(0, system.ParticleCount)]];
        ExternalChecks.RequireDistinct(Name, chosen, system.Topology);
        double[] weights = Coupling switch
        {
            ExternalCoupling.Mass => Array.ConvertAll(chosen, i => system.Topology.Masses[i]),
            ExternalCoupling.Charge when system.Topology.Charges.IsEmpty => throw new ArgumentException(
                $"{Name} acts on charges, and the particles of system '{system.Name}' have none."),
            ExternalCoupling.Charge => Array.ConvertAll(chosen, i => system.Topology.Charges[i]),
            _ => Array.ConvertAll(chosen, _ => 1.0),
        };
        return (chosen, weights);
    }
}
