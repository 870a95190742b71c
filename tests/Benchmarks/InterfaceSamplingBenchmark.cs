using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;

namespace Benchmarks;

/// <summary>
/// Monte Carlo steps per second of the default scheme of multiple-state interface sampling on the triangle toy, one thread; without and with a run
/// file, beside OpenPathSampling in the same run without and with netCDF.
/// </summary>
internal static class InterfaceSamplingBenchmark
{
    private const double SecondsPerCase = 8;

    public static void Run(TextWriter output)
    {
        output.WriteLine("storage  MC steps/s (CPU)  MC steps/s (wall)  trial frames/step  acceptance  file bytes/step  memory MiB  peer MC steps/s (CPU)  peer file MB     ratio");
        foreach (bool store in new[] { false, true })
        {
            Measure(store, OpenPathSampling.InterfaceMoves(store), output);
        }
    }

    private static void Measure(bool store, (double Speed, long Bytes)? peer, TextWriter output)
    {
        using BuiltInEngine engine = TriangleToy.Engine();
        MoveScheme scheme = TriangleToy.Scheme();
        SampleSet initial = TriangleToy.InitialPaths(scheme);
        string file = Path.Combine(Path.GetTempPath(), $"molshell-benchmark-{Environment.ProcessId}.molpath");
        using PathSamplingRun? run = store ? PathSamplingRun.Create(file, scheme, engine, initial, 1) : null;
        IEnumerable<PathStep> steps = run is null ? new PathSampler(scheme, engine, initial, 1, 0).Run(long.MaxValue) : run.Run(long.MaxValue);
        using IEnumerator<PathStep> stream = steps.GetEnumerator();
        for (int i = 0; i < 5000; i++)
        {
            stream.MoveNext();
        }

        long count = 0;
        long accepted = 0;
        long trial = 0;
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerCase)
        {
            stream.MoveNext();
            count++;
            accepted += stream.Current.Accepted ? 1 : 0;
            trial += stream.Current.TrialLength;
        }

        double wall = clock.Elapsed.TotalSeconds;
        double busy = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        string size = store ? (new FileInfo(file).Length / stream.Current.Step).ToString(CultureInfo.InvariantCulture) : "-";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(store ? "SQLite" : "none"),7}  {count / busy,16:f0}  {count / wall,17:f0}  {(double)trial / count,17:f2}  {(double)accepted / count,10:p1}  {size,15}  {Environment.WorkingSet >> 20,10}  {peer?.Speed,21:f2}  {peer?.Bytes / 1e6,12:f1}  {count / busy / peer?.Speed,8:f0}"));
        run?.Dispose();
        File.Delete(file);
    }
}
