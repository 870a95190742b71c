using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MolShell.Tests.HostEquality;

/// <summary>A PowerShell of this machine, where there is one.</summary>
internal static partial class PowerShellProgram
{
    private static readonly Version Needed = new(7, 6);

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Its path; null where there is none that is new enough. The variable MOLSHELL_PWSH names one that is not on the path.</summary>
    public static string? Path => Found.Value;

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("MOLSHELL_PWSH");
        string? path = string.IsNullOrEmpty(named) ? OnPath() : named;
        return path is not null && VersionOf(path) >= Needed ? path : null;
    }

    private static string? OnPath()
    {
        string name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(System.IO.Path.PathSeparator)
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    private static Version VersionOf(string path)
    {
        using Process process = Process.Start(new ProcessStartInfo(path, "--version") { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return Version.TryParse(Number().Match(text).Value, out Version? version) ? version : new Version(0, 0);
    }

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex Number();
}
