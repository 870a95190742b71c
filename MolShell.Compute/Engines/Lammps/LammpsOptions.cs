using System.Collections.Immutable;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>What a LAMMPS engine is made of.</summary>
public sealed record LammpsOptions
{
    /// <summary>Input script, which builds the system and its fixes, and runs nothing.</summary>
    public required string InputScript { get; init; }

    /// <summary>Further input files. The script finds the first as ${data}; all are watched for changes.</summary>
    public ImmutableArray<string> Data { get; init; } = [];

    /// <summary>The program lmp, by name or path, and arguments that come before all others.</summary>
    public ImmutableArray<string> Executable { get; init; } = ["lmp"];

    /// <summary>Further arguments of the program.</summary>
    public ImmutableArray<string> RunArguments { get; init; } = [];

    /// <summary>Folder for the files of running shots; null for that of temporary files.</summary>
    public string? WorkPath { get; init; }

    /// <summary>Steps from one frame to the next, at least 1.</summary>
    public int StepsPerFrame { get; init; } = 10;

    /// <summary>Temperature of velocities that are drawn [temperature]; null takes that of the bath.</summary>
    public double? Temperature { get; init; }

    /// <summary>Greatest number of frames of a run; null for no limit.</summary>
    public int? MaximumFrames { get; init; }

    /// <summary>What becomes of a trial that reaches the limit.</summary>
    public FrameLimitAction OnMaximumFrames { get; init; } = FrameLimitAction.Stop;

    /// <summary>Longest time without a new frame, after which a run counts as failed.</summary>
    public TimeSpan StallTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the program may take to end when asked to, before it is killed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
