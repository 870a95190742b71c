using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>The peer of the path sampling benchmark: OpenPathSampling under python3, where it can be imported.</summary>
internal static class OpenPathSampling
{
    private const int Moves = 1000;

    /// <summary>Monte Carlo steps per CPU second of the same sampling, without storage; null where it is not installed.</summary>
    public static double? MovesPerSecond(int stepsPerFrame)
    {
        ProcessStartInfo start = new("python3")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Peers", "ops_tps.py"),
                Moves.ToString(CultureInfo.InvariantCulture),
                stepsPerFrame.ToString(CultureInfo.InvariantCulture),
            },
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode == 0 ? double.Parse(text.Trim().Split('\n')[^1], CultureInfo.InvariantCulture) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
