namespace MolShell.Host.Pipeline;

/// <summary>A place in a script, for error messages.</summary>
/// <param name="File">Script file; null for the command line and the prompt.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="LineText">Text of the line.</param>
/// <param name="Length">Number of characters of the line that are meant.</param>
public sealed record ScriptPosition(string? File, int Line, int Column, string LineText, int Length);
