namespace MolShell.Host.Pipeline;

/// <summary>The aliases that PowerShell gives to the core commands molshell has.</summary>
internal static class CoreAliases
{
    private static readonly (string Alias, string Command)[] Everywhere =
    [
        ("foreach", "ForEach-Object"), ("%", "ForEach-Object"), ("where", "Where-Object"), ("?", "Where-Object"),
        ("epcsv", "Export-Csv"), ("fl", "Format-List"), ("ft", "Format-Table"), ("gcm", "Get-Command"), ("group", "Group-Object"),
        ("help", "Get-Help"), ("measure", "Measure-Object"), ("select", "Select-Object"), ("echo", "Write-Output"),
    ];

    // On Linux and macOS these are programs, which PowerShell would run.
    private static readonly (string Alias, string Command)[] OnWindows =
    [
        ("sort", "Sort-Object"), ("tee", "Tee-Object"), ("write", "Write-Output"),
    ];

    /// <summary>Alias and command on this system.</summary>
    public static IReadOnlyList<(string Alias, string Command)> All { get; } =
        OperatingSystem.IsWindows() ? [.. Everywhere, .. OnWindows] : Everywhere;

    /// <summary>The command an alias stands for on Windows only.</summary>
    /// <param name="alias">The alias.</param>
    /// <returns>The command, or null.</returns>
    public static string? WindowsOnly(string alias) =>
        Array.Find(OnWindows, a => string.Equals(a.Alias, alias, StringComparison.OrdinalIgnoreCase)).Command;
}
