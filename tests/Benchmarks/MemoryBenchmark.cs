using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Paths.Storage;

namespace Benchmarks;

/// <summary>
/// Resident memory of a process that samples the triangle toy and measures its rates, after 1e5 to 1e6 Monte Carlo steps: <c>memory</c>, with a run
/// file <c>memory file</c>, with infinite swapping <c>memory swapping</c>. A peak never falls, so each case is a process of its own.
/// </summary>
internal static class MemoryBenchmark
{
    private static readonly long[] Marks = [100_000, 200_000, 500_000, 1_000_000];

    public static int Run(string[] arguments, TextWriter output)
    {
        string kind = arguments.FirstOrDefault() ?? "none";
        if (kind is not ("none" or "file" or "swapping"))
        {
            Console.Error.WriteLine($"Usage: Benchmarks memory [file | swapping], not '{kind}'.");
            return 2;
        }

        MoveScheme scheme = TriangleToy.Scheme();
        using BuiltInEngine engine = TriangleToy.Engine();
        PathSamplingOptions options = new() { InfiniteSwapping = kind == "swapping" };
        string file = Path.Combine(Path.GetTempPath(), $"molshell-memory-{Environment.ProcessId}.molpath");
        SampleSet initial = TriangleToy.InitialPaths(scheme);
        using PathSamplingRun? run = kind == "file" ? PathSamplingRun.Create(file, scheme, engine, initial, 1, options) : null;
        try
        {
            Measure(kind, run?.Run(Marks[^1]) ?? PathSamplingRun.Start(scheme, engine, initial, 1, options).Run(Marks[^1]), output);
        }
        finally
        {
            run?.Dispose();
            File.Delete(file);
        }

        return 0;
    }

    private static void Measure(string kind, IEnumerable<PathStep> steps, TextWriter output)
    {
        TransitionRateAccumulator? rates = null;
        Stopwatch clock = Stopwatch.StartNew();
        output.WriteLine("kind         steps  peak MiB  resident MiB  managed MiB  seconds");
        foreach (PathStep step in steps)
        {
            rates ??= new TransitionRateAccumulator(step.Run);
            rates.Add(step);
            if (Marks.Contains(step.Step))
            {
                using Process self = Process.GetCurrentProcess();
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind,-8}  {step.Step,8}  {self.PeakWorkingSet64 / 1048576.0,8:f1}  {self.WorkingSet64 / 1048576.0,12:f1}  {GC.GetTotalMemory(false) / 1048576.0,11:f1}  {clock.Elapsed.TotalSeconds,7:f0}"));
                output.Flush();
            }
        }
    }
}
