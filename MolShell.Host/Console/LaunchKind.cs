namespace MolShell.Host.Console;

/// <summary>What molshell was started for.</summary>
internal enum LaunchKind
{
    /// <summary>To prompt for commands.</summary>
    Prompt,

    /// <summary>To run a script file.</summary>
    File,

    /// <summary>To run a text given as an argument.</summary>
    Command,

    /// <summary>To run what comes in on the standard input.</summary>
    StandardInput,

    /// <summary>To show how it is started.</summary>
    Usage,

    /// <summary>To show its version.</summary>
    Version,
}
