using System.Collections.Immutable;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>What a GROMACS engine is made of.</summary>
public sealed record GromacsOptions
{
    /// <summary>Topology file (.top).</summary>
    public required string Topology { get; init; }

    /// <summary>Structure file (.gro): where runs begin, and the box.</summary>
    public required string Structure { get; init; }

    /// <summary>Parameter file (.mdp).</summary>
    public required string Parameters { get; init; }

    /// <summary>Index file (.ndx); null for none.</summary>
    public string? Index { get; init; }

    /// <summary>The program gmx, by name or path, and arguments that come before all others.</summary>
    public ImmutableArray<string> Executable { get; init; } = ["gmx"];

    /// <summary>Further arguments of mdrun.</summary>
    public ImmutableArray<string> RunArguments { get; init; } = [];

    /// <summary>Folder for the files of running shots; null for that of temporary files.</summary>
    public string? WorkPath { get; init; }

    /// <summary>Threads of a run; 0 leaves it to GROMACS.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Steps from one frame to the next; null takes nstxout of the parameter file.</summary>
    public int? StepsPerFrame { get; init; }

    /// <summary>Temperature of velocities that are drawn [K]; null takes that of the bath.</summary>
    public double? Temperature { get; init; }

    /// <summary>Greatest number of frames of a run; null for no limit.</summary>
    public int? MaximumFrames { get; init; }

    /// <summary>What becomes of a trial that reaches the limit.</summary>
    public FrameLimitAction OnMaximumFrames { get; init; } = FrameLimitAction.Stop;

    /// <summary>Warnings of grompp that are let pass.</summary>
    public int MaximumWarnings { get; init; }

    /// <summary>
    /// Longest time without a new frame, after which a run counts as failed: GROMACS may hang, rather than stop, where atoms fly apart.
    /// </summary>
    public TimeSpan StallTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long mdrun may take to end when asked to, before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
