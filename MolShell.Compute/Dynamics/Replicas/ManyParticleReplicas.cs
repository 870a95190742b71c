using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Replicas of a small system of any forces that have lanes.</summary>
internal sealed class ManyParticleReplicas<TKernel, TWords, TReal>(TKernel kernel, MolecularSystem system, SimulationOptions options, int registerWidth)
    : ReplicaRunner
    where TKernel : struct, IIntegratorKernel
    where TWords : struct, IWords<TWords, TReal>
    where TReal : struct, IMemoryLanes<TReal, double>, ILanes<TReal>
{
    private readonly SingleReplicas single = new(system, options);

    public override int Lanes => ReplicaForces.LanesOf(registerWidth);

    public override void Run(Func<IReplica?> next, int interval, CancellationToken cancellation)
    {
        using ForceField field = new(system, new ForceFieldOptions { Precision = options.Precision, RegisterWidth = registerWidth });
        ReplicaGroup<TKernel, TWords, TReal> group = new(kernel, options.Integrator!, system, field.CreateReplicas()!, interval, single);
        group.Run(next, cancellation);
    }
}
