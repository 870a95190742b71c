using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Chooses the compiled loop for replicas of a system.</summary>
internal static class ReplicaFactory
{
    /// <param name="system">What moves.</param>
    /// <param name="settings">The dynamics, without anything that acts on all particles at once.</param>
    /// <param name="options">How a replica runs that has no lanes.</param>
    /// <param name="lanes">Number of replicas side by side; null takes what suits the processor.</param>
    public static ReplicaRunner Create(MolecularSystem system, IntegratorSettings settings, SimulationOptions options, int? lanes = null)
    {
        options = options with { Integrator = settings };
        if (options.Device is not (null or CpuDevice))
        {
            return new SingleReplicas(system, options);
        }

        return settings.Kind switch
        {
            IntegratorKind.VelocityVerlet => Create(new VelocityVerlet(settings, system.Units), system, options, lanes),
            IntegratorKind.LangevinBaoab => Create(new Baoab(settings, system.Units), system, options, lanes),
            IntegratorKind.Overdamped => Create(new EulerMaruyama(settings, system.Units), system, options, lanes),
            _ => throw new ArgumentException($"Replicas cannot run side by side with the integrator {settings.Kind}."),
        };
    }

    private static ReplicaRunner Create<TKernel>(TKernel kernel, MolecularSystem system, SimulationOptions options, int? lanes)
        where TKernel : struct, IIntegratorKernel
    {
        if (system.ParticleCount != 1 || system.Forces is not [IOneParticleForce force])
        {
            return new SingleReplicas(system, options);
        }

        int width = lanes ?? WidestLanes();
        return system.Topology.Dimension switch
        {
            1 => force.CreateReplicas<TKernel, AxesX>(kernel, system, options.Integrator!, width),
            2 => force.CreateReplicas<TKernel, AxesXY>(kernel, system, options.Integrator!, width),
            _ => force.CreateReplicas<TKernel, AxesXYZ>(kernel, system, options.Integrator!, width),
        };
    }

    private static int WidestLanes() => Vector512.IsHardwareAccelerated ? Vector512<double>.Count
        : Vector256.IsHardwareAccelerated ? Vector256<double>.Count
        : Vector128.IsHardwareAccelerated ? Vector128<double>.Count : 1;
}
