namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>A force that depends on the place of each particle alone, and can be built into the loop over steps.</summary>
internal interface IOneParticleForce
{
    Propagator CreatePropagator<TKernel, TAxes>(TKernel kernel, double mass)
        where TKernel : struct, IIntegratorKernel
        where TAxes : struct, IAxes;
}
