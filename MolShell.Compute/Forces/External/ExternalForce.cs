using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>A potential of place that acts on every particle at its unwrapped position: U = sum over particles of V(r_i).</summary>
public sealed class ExternalForce<TPotential>(TPotential potential) : IForce, IOneParticleForce
    where TPotential : struct, IExternalPotential
{
    public string Name { get; init; } = TPotential.Name;

    public TPotential Potential { get; } = potential;

    public string Describe() => $"External({Potential.Describe()})";

    public IForceEvaluator CreateEvaluator(MolecularSystem system, IDevice device)
    {
        ArgumentNullException.ThrowIfNull(system);
        ExternalChecks.RequireDimension(Name, Potential.Dimension, system);
        return new ExternalEvaluator<TPotential>(Potential);
    }

    Propagator IOneParticleForce.CreatePropagator<TKernel, TAxes>(TKernel kernel, double mass) =>
        new OneParticlePropagator<TKernel, TAxes, TPotential>(kernel, Potential, mass);

    public override string ToString() => $"{Name}: {Potential.Describe()}";
}
