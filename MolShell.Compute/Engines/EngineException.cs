namespace MolShell.Compute.Engines;

/// <summary>
/// An engine cannot be used: its program is missing, its input is wrong or was changed. Unlike a
/// <see cref="Dynamics.SimulationException"/> it says nothing about one trial, and always ends the run.
/// </summary>
public sealed class EngineException : Exception
{
    public EngineException(string message)
        : base(message)
    {
    }

    public EngineException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public EngineException()
    {
    }
}
