using System.Diagnostics;

namespace MolShell.Tests.Host.Program;

/// <summary>The staged program itself, started as a user starts it.</summary>
public class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task RunsAScriptWithParameters()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("molshell");
        try
        {
            string script = Path.Combine(folder.FullName, "run.ps1");
            await File.WriteAllTextAsync(
                script, "param([int]$Step = 1, [switch]$Twice)\n$Step * 2\n\"$Twice\"", TestContext.Current.CancellationToken);
            Assert.Equal((0, "42\nTrue\n", ""), await Run(null, script, "-Step", "21", "-Twice"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task RunsTheStandardInput() => Assert.Equal((0, "3\n", ""), await Run("1+2\n", "-"));

    [Theory]
    [InlineData(0, "-c", "New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -Seed 1 | Measure-Object")]
    [InlineData(0, "-Help")]
    [InlineData(0, "-Version")]
    [InlineData(1, "-c", "throw 'x'")]
    [InlineData(9, "-c", "exit 9")]
    [InlineData(2, "-Unknown")]
    [InlineData(2, "missing.ps1")]
    [InlineData(2, "-c", "Get-ChildItem")]
    public async Task ExitCodes(int expected, params string[] arguments)
    {
        (int code, string output, string error) = await Run(null, arguments);
        Assert.Equal(expected, code);
        Assert.Equal(expected == 0, output.Length > 0);
        Assert.Equal(expected is 1 or 2, error.Length > 0);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task SignalsStopTheCommands(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill.");
        using Process process = Start(
            "-c", "'ready'; New-ToySystem DoubleWell | Start-MolecularDynamics -Step 1e15 -ReportInterval 1e14; 'not reached'");
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        await Task.Delay(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
        string id = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using Process kill = Process.Start("kill", [$"-{signal}", id]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.DoesNotContain("not reached", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(string? input, params string[] arguments)
    {
        using Process process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Staged())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string Staged()
    {
        string name = OperatingSystem.IsWindows() ? "molshell.exe" : "molshell";
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "artifacts", "molshell", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("The build did not stage artifacts/molshell.");
    }
}
