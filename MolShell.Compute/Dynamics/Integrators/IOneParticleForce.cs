using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>A force that depends on the place of each particle alone, and can be built into the loop over steps.</summary>
internal interface IOneParticleForce
{
    Propagator CreatePropagator<TKernel, TAxes>(TKernel kernel, double mass)
        where TKernel : struct, IIntegratorKernel
        where TAxes : struct, IAxes;

    /// <summary>The loop for many replicas side by side.</summary>
    ReplicaRunner CreateReplicas<TKernel, TAxes>(TKernel kernel, MolecularSystem system, IntegratorSettings settings, int registerWidth)
        where TKernel : struct, IIntegratorKernel
        where TAxes : struct, IAxes;
}
