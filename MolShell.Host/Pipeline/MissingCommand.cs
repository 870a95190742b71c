using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>The error for a name that is no command: says whether PowerShell has it, or what may be meant.</summary>
internal static class MissingCommand
{
    private const int MostSuggestions = 3;

    public static CommandNotFoundException For(string name, CommandCatalog catalog) =>
        new(name, "CommandNotFoundException", Message(name, catalog));

    private static string Message(string name, CommandCatalog catalog)
    {
        if (PowerShellCommands.Find(name) is { } known)
        {
            string shown = string.Equals(known, name, StringComparison.OrdinalIgnoreCase) ? $"'{known}'" : $"'{name}' ({known})";
            return $"The command {shown} needs PowerShell 7.6: molshell has MolShell's own commands and a few core ones (see Get-Command).";
        }

        if (!OperatingSystem.IsWindows() && CoreAliases.WindowsOnly(name) is { } command)
        {
            return $"'{name}' is a program on this system and an alias in PowerShell for Windows only. Write {command}.";
        }

        string message = $"The term '{name}' is not recognized as a name of a cmdlet, function, script file, or executable program."
            + "\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.";
        string[] similar = Similar(name, catalog);
        return similar.Length == 0 ? message : $"{message}\nDid you mean {string.Join(", ", similar)}?";
    }

    private static string[] Similar(string name, CommandCatalog catalog)
    {
        int allowed = Math.Max(2, name.Length / 4);
        return [.. catalog.Commands
            .Select(c => (c.Name, Distance: Distance(name.ToUpperInvariant(), c.Name.ToUpperInvariant())))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance)
            .Take(MostSuggestions)
            .Select(c => c.Name)];
    }

    // Number of letters to insert, take away or change (Levenshtein).
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
