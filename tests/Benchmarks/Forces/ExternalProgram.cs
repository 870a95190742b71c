using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Forces;

/// <summary>Runs other programs with a list of arguments, no shell between, and watches their memory.</summary>
internal static class ExternalProgram
{
    private static readonly TimeSpan MemoryInterval = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Where a program lies on PATH; null where it does not.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);

    /// <summary>A new empty folder for a program's files.</summary>
    public static string CreateFolder(string purpose) => Directory.CreateTempSubdirectory($"molshell-benchmark-{purpose}-").FullName;

    /// <param name="file">The program.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="threads">Threads for those that read OMP_NUM_THREADS.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">It failed or took longer than five minutes; carries the end of its output.</exception>
    public static (string Output, long? PeakMemory) Run(string file, string folder, int threads, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(file)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture) },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Dictionary<int, long> peaks = [];
        Stopwatch clock = Stopwatch.StartNew();
        while (!process.WaitForExit(MemoryInterval))
        {
            ReadPeaks(process.Id, peaks);
            if (clock.Elapsed > Patience)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"{Path.GetFileName(file)} took longer than {Patience.TotalMinutes} minutes.");
            }
        }

        string text = output.Result + errors.Result;
        return process.ExitCode == 0
            ? (text, peaks.Count == 0 ? null : peaks.Values.Sum())
            : throw new InvalidOperationException(
                $"{Path.GetFileName(file)} ended with {process.ExitCode}: {text[Math.Max(0, text.Length - 2000)..].Trim()}");
    }

    // VmHWM, the high-water mark of resident memory, of a process and its children.
    private static void ReadPeaks(int id, Dictionary<int, long> peaks)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (line is not null)
            {
                peaks[id] = 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            }

            foreach (string task in Directory.EnumerateDirectories($"/proc/{id}/task"))
            {
                string children = File.ReadAllText(Path.Combine(task, "children"));
                foreach (string child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    ReadPeaks(int.Parse(child, CultureInfo.InvariantCulture), peaks);
                }
            }
        }
        catch (IOException)
        {
            // It ended meanwhile, or this system has no /proc.
        }
    }
}
