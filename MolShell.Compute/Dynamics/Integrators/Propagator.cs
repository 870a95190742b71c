namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Takes the state of a simulation a number of steps on.</summary>
internal abstract class Propagator
{
    /// <summary>Whether the force field has the virials of the state wherever the state has its energy.</summary>
    public virtual bool HasVirials => true;

    /// <exception cref="SimulationException">A step has no finite energy; the state is then of no use.</exception>
    public abstract void Advance(SimulationState state, long steps);

    /// <summary>Completes the velocities of the last step, which <see cref="Advance"/> may leave to the next one.</summary>
    public virtual void Synchronize(SimulationState state)
    {
    }

    /// <summary>Computes energy and forces of the state's positions.</summary>
    /// <exception cref="SimulationException">They are not finite.</exception>
    public abstract void Refresh(SimulationState state);
}
