using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>The motion of the system as a whole, where a propagator keeps it between steps.</summary>
internal abstract class SystemMotion
{
    /// <summary>sum m v_a^2 of each axis a [mass length^2/time^2]; the same for any order of the particles.</summary>
    public abstract Vec3 TwiceKinetic(SimulationState state);

    /// <summary>sum m v [mass length/time]; the same for any order of the particles.</summary>
    public abstract Vec3 Momentum(SimulationState state);

    /// <summary>Multiplies velocities.</summary>
    public abstract void Scale(SimulationState state, Vec3 factors);

    /// <summary>Adds to all velocities.</summary>
    public abstract void Shift(SimulationState state, Vec3 velocity);

    /// <summary>Takes over the state's box, multiplies positions, and computes energy, virials and forces anew.</summary>
    /// <exception cref="SimulationException">They are not finite.</exception>
    public abstract void Stretch(SimulationState state, Vec3 factors);
}
