using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// One step of one coordinate of particles: the formula of an integrator, which the loops over particles and over steps are compiled
/// for. A step is <see cref="Move"/>, new forces, <see cref="Finish"/>.
/// </summary>
internal interface IIntegratorKernel
{
    /// <summary>Whether <see cref="Move"/> uses noise.</summary>
    static abstract bool IsStochastic { get; }

    /// <summary>Whether particles have velocities, and <see cref="Finish"/> does anything.</summary>
    static abstract bool HasVelocities { get; }

    /// <summary>The factors of a particle of a mass.</summary>
    ParticleFactors FactorsFor(double mass);

    /// <summary>Takes the coordinate to its new value with the old force and a normal deviate.</summary>
    void Move<TReal>(ref TReal position, ref TReal velocity, TReal force, TReal kick, TReal noiseScale, TReal noise)
        where TReal : struct, ILanes<TReal>;

    /// <summary>Completes the velocity with the new force.</summary>
    void Finish<TReal>(ref TReal velocity, TReal force, TReal kick)
        where TReal : struct, ILanes<TReal>;
}
