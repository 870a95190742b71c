using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines;

/// <summary>A run under way; disposing it stops whatever still runs for it.</summary>
public interface IEngineRun : IDisposable
{
    /// <summary>Integrates to the next frame; the first call gives the frame after the start point.</summary>
    /// <exception cref="Dynamics.SimulationException">The run left the finite numbers; names step and particle.</exception>
    Frame Next(CancellationToken cancellation);
}
