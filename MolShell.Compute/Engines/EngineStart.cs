using MolShell.Compute.Dynamics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines;

/// <summary>Where runs of an engine begin.</summary>
public static class EngineStart
{
    /// <summary>The start of the engine's system, with velocities drawn where it has none.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="key">Decides the velocities.</param>
    /// <exception cref="ArgumentException">Velocities are missing and the engine has no temperature to draw them for.</exception>
    public static Frame Of(ISimulationEngine engine, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(engine);
        Frame start = engine.System.Start;
        return start.Velocities is not null || !engine.NeedsVelocities ? engine.Prepare(start) : Draw(engine, start, key);
    }

    /// <summary>A frame with velocities of the Maxwell-Boltzmann distribution at the engine's temperature; without them where it has none.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="frame">Gives all but the velocities.</param>
    /// <param name="key">Decides the velocities.</param>
    /// <exception cref="ArgumentException">The engine has no temperature.</exception>
    public static Frame Draw(ISimulationEngine engine, Frame frame, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(frame);
        if (!engine.NeedsVelocities)
        {
            return engine.Prepare(frame with { Velocities = null });
        }

        double temperature = engine.Temperature ?? throw new ArgumentException(
            $"Velocities of the system {engine.System.Name} have to be drawn, and the engine {engine.Name} has no temperature for that: "
            + "give it one, or a start with velocities.");
        RandomKey draw = key.Derive(RandomStream.Velocities);
        return engine.Prepare(frame with { Velocities = MaxwellBoltzmann.Draw(frame.Topology, frame.Units, temperature, draw) });
    }
}
