namespace MolShell.Host.Console;

/// <summary>How a script or text ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="SaidExit">It said exit: at the prompt, molshell ends.</param>
internal readonly record struct ScriptEnd(int ExitCode, bool SaidExit = false);
