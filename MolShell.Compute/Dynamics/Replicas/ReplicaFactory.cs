using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair.Clusters;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Chooses the compiled loop for replicas of a system.</summary>
internal static class ReplicaFactory
{
    // All pairs of more take longer than the lists of a run alone.
    private const int MostParticles = 64;

    /// <param name="system">What moves.</param>
    /// <param name="settings">The dynamics, without anything that acts on all particles at once.</param>
    /// <param name="options">How a replica runs that has no lanes.</param>
    /// <param name="width">Width of registers [bit], or 0 for single numbers; null takes what suits the processor.</param>
    public static ReplicaRunner Create(MolecularSystem system, IntegratorSettings settings, SimulationOptions options, int? width = null)
    {
        options = options with { Integrator = settings };
        if (options.Device is not (null or CpuDevice))
        {
            return new SingleReplicas(system, options);
        }

        return settings.Kind switch
        {
            IntegratorKind.VelocityVerlet => Create(new VelocityVerlet(settings, system.Units), system, options, width),
            IntegratorKind.LangevinBaoab => Create(new Baoab(settings, system.Units), system, options, width),
            IntegratorKind.Overdamped => Create(new EulerMaruyama(settings, system.Units), system, options, width),
            _ => throw new ArgumentException($"Replicas cannot run side by side with the integrator {settings.Kind}."),
        };
    }

    private static ReplicaRunner Create<TKernel>(TKernel kernel, MolecularSystem system, SimulationOptions options, int? width)
        where TKernel : struct, IIntegratorKernel
    {
        int bits = width ?? ClusterKernel.BestWidth;
        if (system.ParticleCount == 1 && system.Forces is [IOneParticleForce force])
        {
            return system.Topology.Dimension switch
            {
                1 => force.CreateReplicas<TKernel, AxesX>(kernel, system, options.Integrator!, bits),
                2 => force.CreateReplicas<TKernel, AxesXY>(kernel, system, options.Integrator!, bits),
                _ => force.CreateReplicas<TKernel, AxesXYZ>(kernel, system, options.Integrator!, bits),
            };
        }

        if (system.ParticleCount > MostParticles)
        {
            return new SingleReplicas(system, options);
        }

        using ForceField field = new(system, new ForceFieldOptions { Precision = options.Precision, RegisterWidth = bits });
        return field.CreateReplicas() is null ? new SingleReplicas(system, options) : bits switch
        {
            512 => new ManyParticleReplicas<TKernel, Words512, Lanes512<double>>(kernel, system, options, bits),
            256 => new ManyParticleReplicas<TKernel, Words256, Lanes256<double>>(kernel, system, options, bits),
            128 => new ManyParticleReplicas<TKernel, Words128, Lanes128<double>>(kernel, system, options, bits),
            _ => new ManyParticleReplicas<TKernel, Word, Lane<double>>(kernel, system, options, bits),
        };
    }
}
