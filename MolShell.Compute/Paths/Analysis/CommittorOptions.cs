using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>How the trials of a committor run.</summary>
public sealed record CommittorOptions
{
    /// <summary>The dynamics; null takes the system's own.</summary>
    public IntegratorSettings? Integrator { get; init; }

    /// <summary>Integration steps from one look at the states to the next, at least 1.</summary>
    public int StepsPerFrame { get; init; } = 1;

    /// <summary>Frames after which a trial that has reached no state is given up, at least 1.</summary>
    public int MaximumLength { get; init; } = 100_000;

    /// <summary>
    /// Where trials run: one on each thread of this processor at a time, on another device one after another; null is one thread of this
    /// processor.
    /// </summary>
    public IDevice? Device { get; init; }

    /// <summary>False runs all systems trial by trial; for tests.</summary>
    internal bool Specialise { get; init; } = true;
}
