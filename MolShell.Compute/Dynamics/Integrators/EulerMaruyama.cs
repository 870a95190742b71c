using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Overdamped Langevin dynamics: x += f dt/(m gamma) + sqrt(2 kT dt/(m gamma)) R.</summary>
internal readonly struct EulerMaruyama(IntegratorSettings settings, UnitSystem units) : IIntegratorKernel
{
    private readonly double unitMobility = settings.TimeStep * units.AccelerationFactor / settings.Friction;
    private readonly double thermalEnergy = units.Boltzmann * settings.Temperature;

    public static bool IsStochastic => true;

    public static bool HasVelocities => false;

    public ParticleFactors FactorsFor(double mass) => new(unitMobility / mass, Math.Sqrt(2 * thermalEnergy * unitMobility / mass));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move<TReal>(ref TReal position, ref TReal velocity, TReal force, TReal kick, TReal noiseScale, TReal noise)
        where TReal : struct, ILanes<TReal> => position += (force * kick) + (noise * noiseScale);

    public void Finish<TReal>(ref TReal velocity, TReal force, TReal kick)
        where TReal : struct, ILanes<TReal>
    {
    }
}
