using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MolShell.Tests.HostEquality;

/// <summary>What a program wrote, and how it ended.</summary>
/// <param name="Text">The standard output.</param>
/// <param name="Messages">What its errors say, without where they are and how their lines are broken.</param>
/// <param name="ExitCode">The exit code.</param>
internal sealed partial record ProgramRun(string Text, string Messages, int ExitCode)
{
    /// <summary>Runs a program in a folder, without colours and without a screen.</summary>
    public static async Task<ProgramRun> StartAsync(
        string program, IEnumerable<string> arguments, string folder, string modules, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["TERM"] = "xterm";
        start.Environment["PSModulePath"] = modules;
        start.Environment.Remove("COLUMNS");
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> faults = process.StandardError.ReadToEndAsync(cancellation);
        string text = await process.StandardOutput.ReadToEndAsync(cancellation);
        string messages = MessagesOf(await faults);
        await process.WaitForExitAsync(cancellation);
        return new ProgramRun(text, messages, process.ExitCode);
    }

    private static string MessagesOf(string faults)
    {
        IEnumerable<string> lines = faults.ReplaceLineEndings("\n").Split('\n').Where(line => !Place().IsMatch(line));
        string text = string.Join(' ', lines).Replace(" | ", " ", StringComparison.Ordinal);
        return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // The excerpt of the script and the mark under it.
    [GeneratedRegex(@"^\s*\d+ \| |^ +\| +~+$|^Line \|")]
    private static partial Regex Place();
}
