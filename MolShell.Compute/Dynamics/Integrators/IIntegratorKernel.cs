using MolShell.Compute.Numerics;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>
/// One step of one particle: the formula of an integrator, which the loops over particles and over steps are compiled for. A step is
/// <see cref="Move"/>, new forces, <see cref="Finish"/>.
/// </summary>
internal interface IIntegratorKernel
{
    /// <summary>Whether <see cref="Move"/> uses noise.</summary>
    static abstract bool IsStochastic { get; }

    /// <summary>Whether particles have velocities, and <see cref="Finish"/> does anything.</summary>
    static abstract bool HasVelocities { get; }

    ParticleFactors FactorsFor(double mass);

    /// <summary>Takes the particle to its new position with the old force and three normal deviates.</summary>
    void Move(ref Vec3 position, ref Vec3 velocity, Vec3 force, in ParticleFactors factors, Vec3 noise);

    /// <summary>Completes the velocity with the new force.</summary>
    void Finish(ref Vec3 velocity, Vec3 force, in ParticleFactors factors);
}
