using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// Langevin dynamics dv = f/m dt - gamma v dt + sqrt(2 gamma kT/m) dW, split as
/// B: v += f dt/(2 m); A: x += v dt/2; O: v = c v + sqrt((1 - c^2) kT/m) R with c = exp(-gamma dt); A; new f; B.
/// Positions of a harmonic oscillator have the exact variance. Leimkuhler and Matthews 2013, doi:10.1063/1.4802990.
/// </summary>
internal readonly struct Baoab : IIntegratorKernel
{
    private readonly double halfStep;
    private readonly double unitKick;
    private readonly double damping;
    private readonly double unitVariance;

    public Baoab(IntegratorSettings settings, UnitSystem units)
    {
        halfStep = 0.5 * settings.TimeStep;
        unitKick = halfStep * units.AccelerationFactor;
        double exponent = settings.Friction * settings.TimeStep;
        damping = Math.Exp(-exponent);

        // 1 - c^2 by itself would lose all digits at small friction.
        double lost = 2 * damping * Math.Sinh(exponent);
        unitVariance = lost * units.Boltzmann * settings.Temperature * units.AccelerationFactor;
    }

    public static bool IsStochastic => true;

    public static bool HasVelocities => true;

    public ParticleFactors FactorsFor(double mass) => new(unitKick / mass, Math.Sqrt(unitVariance / mass));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move<TReal>(ref TReal position, ref TReal velocity, TReal force, TReal kick, TReal noiseScale, TReal noise)
        where TReal : struct, ILanes<TReal>
    {
        velocity += force * kick;
        position += velocity * halfStep;
        velocity = (velocity * damping) + (noise * noiseScale);
        position += velocity * halfStep;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Finish<TReal>(ref TReal velocity, TReal force, TReal kick)
        where TReal : struct, ILanes<TReal> => velocity += force * kick;
}
