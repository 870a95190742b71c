using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Checking;

/// <summary>#Requires lines: what molshell stands for is granted, all else refused.</summary>
internal static class RequirementCheck
{
    private static readonly Version PowerShell = new(7, 6);

    /// <summary>The reason why a line is not granted, or null.</summary>
    public static string? Refusal(string line)
    {
        string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool granted = words.Length > 2 && words[1].ToUpperInvariant() switch
        {
            "-VERSION" => words.Length == 3 && IsGranted(words[2]),
            "-PSEDITION" => words.Length == 3 && words[2].Equals("Core", StringComparison.OrdinalIgnoreCase),
            "-MODULES" or "-MODULE" => words.Length == 3 && words[2].Trim('\'', '"').Equals("MolShell", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return granted ? null : $"'{line.Trim()}' {ScriptFault.NeedsPowerShell}.";
    }

    private static bool IsGranted(string version) =>
        Version.TryParse(version.Contains('.', StringComparison.Ordinal) ? version : version + ".0", out Version? asked)
        && asked <= PowerShell;
}
