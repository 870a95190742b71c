using System.Runtime.Intrinsics;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Chooses the compiled loop for replicas of a system of one particle.</summary>
internal static class ReplicaFactory
{
    public static ReplicaRunner Create(MolecularSystem system, IntegratorSettings settings, int? lanes) => settings.Kind switch
    {
        IntegratorKind.VelocityVerlet => Create(new VelocityVerlet(settings, system.Units), system, lanes),
        IntegratorKind.LangevinBaoab => Create(new Baoab(settings, system.Units), system, lanes),
        IntegratorKind.Overdamped => Create(new EulerMaruyama(settings, system.Units), system, lanes),
        _ => throw new ArgumentException($"Replicas cannot run side by side with the integrator {settings.Kind}."),
    };

    private static ReplicaRunner Create<TKernel>(TKernel kernel, MolecularSystem system, int? lanes)
        where TKernel : struct, IIntegratorKernel
    {
        IOneParticleForce force = (IOneParticleForce)system.Forces[0];
        ParticleFactors factors = kernel.FactorsFor(system.Topology.Masses[0]);
        int width = lanes ?? WidestLanes();
        return system.Topology.Dimension switch
        {
            1 => force.CreateReplicas<TKernel, AxesX>(kernel, factors, width),
            2 => force.CreateReplicas<TKernel, AxesXY>(kernel, factors, width),
            _ => force.CreateReplicas<TKernel, AxesXYZ>(kernel, factors, width),
        };
    }

    private static int WidestLanes() => Vector512.IsHardwareAccelerated ? Vector512<double>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<double>.Count
        : Vector128.IsHardwareAccelerated ? Vector128<double>.Count : 1;
}
