using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;
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
    public void Move<TReal>(ref TReal position, ref TReal velocity, TReal force, TReal kick, TReal noiseScale, TReal noise)
        where TReal : struct, ILanes<TReal>
    {
        velocity += force * kick;
        position += velocity * timeStep;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<TReal>(ref TReal velocity, TReal force, TReal kick)
        where TReal : struct, ILanes<TReal> => velocity += force * kick;
}
