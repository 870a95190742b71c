namespace MolShell.Host.Console;

/// <summary>What molshell tells whoever started it.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>An error, or Ctrl-C, ended the script.</summary>
    public const int Error = 1;

    /// <summary>The arguments are wrong, or the script is not valid: nothing ran.</summary>
    public const int Usage = 2;
}
