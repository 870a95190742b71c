using System.Collections.Immutable;

namespace MolShell.Compute.Engines;

/// <summary>A call of an outside program.</summary>
public sealed record ExternalCall
{
    public required ExternalProgram Program { get; init; }

    /// <summary>Its arguments, each as one word whatever characters it has.</summary>
    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>The folder it runs in.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Where what it prints goes.</summary>
    public required ProcessOutput Output { get; init; }

    /// <summary>Keeps the standard input open for writing; otherwise it is empty.</summary>
    public bool KeepsInput { get; init; }

    /// <summary>Variables of the environment that the program must not see.</summary>
    public ImmutableArray<string> RemovedVariables { get; init; } = [];

    /// <summary>How long the program may take to end when asked to.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
