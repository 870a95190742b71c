namespace MolShell.Compute.Dynamics;

/// <summary>A run cannot go on: positions, forces or energies are no longer finite, or grew beyond all bounds.</summary>
public class SimulationException : Exception
{
    public SimulationException(string message)
        : base(message)
    {
    }

    public SimulationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public SimulationException()
    {
    }

    /// <summary>Integration step at which the run failed; -1 where it is not known.</summary>
    public long Step { get; init; } = -1;

    /// <summary>The same fault with the step at which it was noticed.</summary>
    internal SimulationException At(long step) => new(
        FormattableString.Invariant($"Step {step}: {Message} Particles that overlap at the start or too long a time step do this."), this)
    {
        Step = step,
    };
}
