namespace MolShell.Host.Console;

/// <summary>molshell was started with arguments it does not know; nothing ran.</summary>
internal sealed class UsageException(string message) : Exception(message);
