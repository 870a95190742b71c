using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>The peer of the path sampling benchmark: OpenPathSampling under python3, where it can be imported.</summary>
internal static class OpenPathSampling
{
    private const int Moves = 1000;
    private const int InterfaceMovesAlone = 1000;
    private const int InterfaceMovesStored = 100;

    /// <summary>Monte Carlo steps per CPU second of the same sampling, without storage; null where it is not installed.</summary>
    public static double? MovesPerSecond(int stepsPerFrame) =>
        Run("ops_tps.py", Moves, stepsPerFrame) is string[] lines ? double.Parse(lines[^1], CultureInfo.InvariantCulture) : null;

    /// <summary>
    /// The same of multiple-state interface sampling, and the size of the netCDF file, where there is one; null where it is not installed.
    /// </summary>
    public static (double Speed, long Bytes)? InterfaceMoves(bool store)
    {
        string file = Path.Combine(Path.GetTempPath(), $"molshell-benchmark-{Environment.ProcessId}.nc");
        try
        {
            object[] arguments = store ? [InterfaceMovesStored, file] : [InterfaceMovesAlone];
            return Run("ops_mstis.py", arguments) is string[] lines
                ? (double.Parse(lines[^2], CultureInfo.InvariantCulture), long.Parse(lines[^1], CultureInfo.InvariantCulture))
                : null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string[]? Run(string script, params object[] arguments)
    {
        ProcessStartInfo start = new("python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Peers", script));
        foreach (object argument in arguments)
        {
            start.ArgumentList.Add(Convert.ToString(argument, CultureInfo.InvariantCulture)!);
        }

        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 ? text.Trim().Split('\n') : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
