using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Takes the state of a simulation a number of steps on.</summary>
internal abstract class Propagator : IDisposable
{
    /// <summary>Whether the force field has the virials of the state wherever the state has its energy.</summary>
    public virtual bool HasVirials => true;

    /// <summary>Steps that <see cref="Advance"/> should make at least at once, where there are so many.</summary>
    public virtual long StepsPerCall => 1;

    /// <exception cref="SimulationException">A step has no finite energy; the state is then of no use.</exception>
    public abstract void Advance(SimulationState state, long steps);

    /// <summary>Brings into the state what <see cref="Advance"/> may leave out of it until then: the end of the last step.</summary>
    public virtual void Synchronize(SimulationState state)
    {
    }

    /// <summary>Looks whether the run went astray.</summary>
    /// <exception cref="SimulationException">It did.</exception>
    public virtual void Check(RunawayGuard guard, SimulationState state) => guard.Check(state);

    /// <summary>The energy at the state's positions in double precision [energy]; does not change the state.</summary>
    /// <exception cref="SimulationException">It is not finite.</exception>
    public virtual double MeasureEnergy(SimulationState state) => state.PotentialEnergy!.Value;

    /// <summary>Computes energy and forces of the state's positions.</summary>
    /// <exception cref="SimulationException">They are not finite.</exception>
    public abstract void Refresh(SimulationState state);

    /// <summary>The motion of the system as a whole between steps, after <see cref="Complete"/>.</summary>
    public virtual SystemMotion MotionIn(ForceField field) => new HostMotion(this, field);

    /// <summary>Completes the velocities of the last step, where they are kept.</summary>
    public virtual void Complete(SimulationState state) => Synchronize(state);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
