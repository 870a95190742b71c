using System.Runtime.Intrinsics;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Chooses the compiled loop for a system and an integrator.</summary>
internal static class PropagatorFactory
{
    /// <param name="field">The system's forces.</param>
    /// <param name="settings">The integrator.</param>
    /// <param name="specialise">Whether one particle in a potential of place gets its own loop.</param>
    public static Propagator Create(ForceField field, IntegratorSettings settings, bool specialise)
    {
        if (field.Remote is { } remote)
        {
            return new DevicePropagator(field, remote, settings);
        }

        UnitSystem units = field.System.Units;
        return settings.Kind switch
        {
            IntegratorKind.VelocityVerlet or IntegratorKind.NoseHoover or IntegratorKind.VelocityRescaling =>
                Create(new VelocityVerlet(settings, units), field, specialise),
            IntegratorKind.LangevinBaoab => Create(new Baoab(settings, units), field, specialise),
            IntegratorKind.Overdamped => Create(new EulerMaruyama(settings, units), field, specialise),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Kind, "Unknown integrator."),
        };
    }

    private static Propagator Create<TKernel>(TKernel kernel, ForceField field, bool specialise)
        where TKernel : struct, IIntegratorKernel => field.System.Topology.Dimension switch
        {
            1 => Create<TKernel, AxesX>(kernel, field, specialise),
            2 => Create<TKernel, AxesXY>(kernel, field, specialise),
            _ => Create<TKernel, AxesXYZ>(kernel, field, specialise),
        };

    private static Propagator Create<TKernel, TAxes>(TKernel kernel, ForceField field, bool specialise)
        where TKernel : struct, IIntegratorKernel
        where TAxes : struct, IAxes
    {
        MolecularSystem system = field.System;
        return specialise && system.ParticleCount == 1 && system.Forces is [IOneParticleForce only]
            ? only.CreatePropagator<TKernel, TAxes>(kernel, system.Topology.Masses[0])
            : CreateMany(kernel, field);
    }

    private static Propagator CreateMany<TKernel>(TKernel kernel, ForceField field)
        where TKernel : struct, IIntegratorKernel => Vector512.IsHardwareAccelerated
            ? new ManyParticlePropagator<TKernel, Lanes512<double>>(kernel, field)
            : new ManyParticlePropagator<TKernel, Lanes256<double>>(kernel, field);
}
