using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.External;

/// <summary>A potential of place that acts on every particle at its unwrapped position: U = sum over particles of V(r_i).</summary>
public sealed class ExternalForce<TPotential>(TPotential potential) : IForce, IDeviceForce, IOneParticleForce
    where TPotential : struct, IExternalPotential
{
    public string Name { get; init; } = TPotential.Name;

    public TPotential Potential { get; } = potential;

    public bool KeepsMomentum => false;

    public string Describe() => $"External({Potential.Describe()})";

    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        ExternalChecks.RequireDimension(Name, Potential.Dimension, system);
        return new ExternalEvaluator<TPotential>(Potential);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system) => ExternalTerm.Of(Name, Potential);

    Propagator IOneParticleForce.CreatePropagator<TKernel, TAxes>(TKernel kernel, double mass) =>
        new OneParticlePropagator<TKernel, TAxes, TPotential>(kernel, Potential, mass);

    ReplicaRunner IOneParticleForce.CreateReplicas<TKernel, TAxes>(
        TKernel kernel, MolecularSystem system, IntegratorSettings settings, int registerWidth) => registerWidth switch
    {
        512 => new OneParticleReplicas<TKernel, TAxes, TPotential, Words512, Lanes512<double>>(kernel, Potential, system, settings),
        256 => new OneParticleReplicas<TKernel, TAxes, TPotential, Words256, Lanes256<double>>(kernel, Potential, system, settings),
        128 => new OneParticleReplicas<TKernel, TAxes, TPotential, Words128, Lanes128<double>>(kernel, Potential, system, settings),
        _ => new OneParticleReplicas<TKernel, TAxes, TPotential, Word, Lane<double>>(kernel, Potential, system, settings),
    };

    public override string ToString() => $"{Name}: {Potential.Describe()}";
}
