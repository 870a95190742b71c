using MolShell.Tests.Conventions;

namespace MolShell.Tests.HostEquality;

/// <summary>
/// Consistency of molshell with PowerShell 7.6, where that is installed: the same text, the same messages of errors, the same exit codes
/// for the scripts of tests/Data/equality and for the examples.
/// </summary>
[Trait("Category", "Validation")]
public sealed class HostEqualityTests
{
    private static readonly string Scripts = Path.Combine(Module.Root, "tests", "Data", "equality");

    // Examples with shorter runs than their own.
    private static readonly Dictionary<string, string[]> Short = new(StringComparer.Ordinal)
    {
        ["double-well-paths.ps1"] = ["-Step", "20"],
        ["toy-double-well-free-energy.ps1"] = ["-Step", "20000"],
        ["toy-2d-paths.ps1"] = ["-Step", "100"],
        ["crystal-minimization.ps1"] = ["-Repeat", "2"],
        ["largest-nucleus.ps1"] = ["-Repeat", "4"],
        ["three-state-rates.ps1"] = ["-Step", "200"],
        ["two-channel-paths.ps1"] = ["-Step", "50"],
        ["rates-of-two-seeds.ps1"] = ["-Step", "200"],
        ["gromacs-paths.ps1"] = ["-Step", "2"],
    };

    public static TheoryData<string, string[]> Cases()
    {
        TheoryData<string, string[]> cases = [];
        IEnumerable<string> scripts = new[] { Scripts, Path.Combine(Module.Root, "examples") }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ps1"))
            .Order(StringComparer.Ordinal);
        foreach (string script in scripts)
        {
            cases.Add(Path.GetRelativePath(Module.Root, script), Short.GetValueOrDefault(Path.GetFileName(script), []));
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Molshell_does_what_PowerShell_does(string script, string[] arguments)
    {
        string molshell = Path.Combine(Module.Root, "artifacts", "molshell", OperatingSystem.IsWindows() ? "molshell.exe" : "molshell");
        Assert.SkipWhen(PowerShellProgram.Path is null, "PowerShell 7.6 was not found: put pwsh on the path or name it in MOLSHELL_PWSH.");
        string path = Path.Combine(Module.Root, script);
        string runner = Path.Combine(Scripts, "runner", "powershell.ps1");
        ProgramRun expected = await RunAsync(PowerShellProgram.Path, ["-NoProfile", "-NonInteractive", "-File", runner, path, .. arguments]);
        ProgramRun actual = await RunAsync(molshell, [path, .. arguments]);
        Assert.Equal(expected.Text, actual.Text);
        Assert.Equal(expected.Messages, actual.Messages);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
    }

    /// <summary>Runs a program in an empty folder, of the same name for both programs, because names of files show.</summary>
    private static async Task<ProgramRun> RunAsync(string program, string[] arguments)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"molshell-equality-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            string modules = Path.Combine(Module.Root, "artifacts", "module");
            return await ProgramRun.StartAsync(program, arguments, folder, modules, TestContext.Current.CancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
