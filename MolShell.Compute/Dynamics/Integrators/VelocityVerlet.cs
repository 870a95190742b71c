using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>v += f dt/(2 m); x += v dt; new f; v += f dt/(2 m). Swope et al. 1982, doi:10.1063/1.442716.</summary>
internal readonly struct VelocityVerlet(IntegratorSettings settings, UnitSystem units) : IIntegratorKernel
{
    private readonly double timeStep = settings.TimeStep;
    private readonly double unitKick = 0.5 * settings.TimeStep * units.AccelerationFactor;

    public static bool IsStochastic => false;

    public static bool HasVelocities => true;

    public ParticleFactors FactorsFor(double mass) => new(unitKick / mass, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(ref Vec3 position, ref Vec3 velocity, Vec3 force, in ParticleFactors factors, Vec3 noise)
    {
        velocity += force * factors.Kick;
        position += velocity * timeStep;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish(ref Vec3 velocity, Vec3 force, in ParticleFactors factors) => velocity += force * factors.Kick;
}
