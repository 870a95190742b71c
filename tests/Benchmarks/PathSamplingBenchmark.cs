using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;

namespace Benchmarks;

/// <summary>
/// Monte Carlo steps per second of one-way shooting on the simple toy of OpenPathSampling (examples/simple_tps): kT 0.1, BAOAB, gamma 2.5,
/// dt 0.02, A x &lt; -0.5, B x &gt;= 0.5, one ensemble, one thread; 10 steps a frame and 1 step a frame, without and with a run file; beside it, in the same run, OpenPathSampling
/// without storage. The ratio is of CPU seconds.
/// </summary>
internal static class PathSamplingBenchmark
{
    private const double SecondsPerCase = 5;

    public static void Run(TextWriter output)
    {
        Dictionary<int, double?> peer = new[] { 10, 1 }.ToDictionary(steps => steps, OpenPathSampling.MovesPerSecond);
        output.WriteLine(peer[10] is null
            ? "OpenPathSampling is not importable by python3 (set PYTHONPATH): no ratio."
            : string.Create(CultureInfo.InvariantCulture, $"OpenPathSampling, no storage: {peer[10]:f0} MC steps/s (CPU) at 10 steps/frame, {peer[1]:f0} at 1"));
        output.WriteLine("steps/frame  storage  MC steps/s (CPU)  MC steps/s (wall)  dynamics steps/s  frames/trial  acceptance  file bytes/step     ratio");
        foreach (int stepsPerFrame in new[] { 10, 1 })
        {
            foreach (bool store in new[] { false, true })
            {
                Measure(stepsPerFrame, store, peer[stepsPerFrame], output);
            }
        }
    }

    private static void Measure(int stepsPerFrame, bool store, double? peer, TextWriter output)
    {
        Coordinate x = new(0);
        PathNetwork network = PathNetwork.Tps([StateVolume.Interval(x, null, -0.5, "A")], [StateVolume.Interval(x, 0.5, null, "B")]);
        MoveScheme scheme = MoveScheme.Create(network);
        using BuiltInEngine engine = new(new ToyBuilder { Potential = ToyPotential.TwoWells }.Build(), stepsPerFrame);
        Trajectory initial = InitialPathFinder.FromDynamics(
            network.Ensembles[0],
            factor => new BuiltInEngine(engine.System, stepsPerFrame, engine.Integrator with { Temperature = factor * engine.Integrator.Temperature }));
        string file = Path.Combine(Path.GetTempPath(), $"molshell-benchmark-{Environment.ProcessId}.molpath");
        using PathSamplingRun? run = store
            ? PathSamplingRun.Create(file, scheme, engine, new SampleSet([new PathSample(network.Ensembles[0], initial)]), 1)
            : null;
        IEnumerable<PathStep> steps = run is null ? new PathSampler(scheme, engine, initial, 1).Run(long.MaxValue) : run.Run(long.MaxValue);
        using IEnumerator<PathStep> stream = steps.GetEnumerator();
        for (int i = 0; i < 2000; i++)
        {
            stream.MoveNext();
        }

        long count = 0;
        long accepted = 0;
        long made = 0;
        long trial = 0;
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerCase)
        {
            int before = stream.Current.PathLength;
            stream.MoveNext();
            PathStep step = stream.Current;
            int kept = step.Direction == PathDirection.Forward ? step.ShootingFrame!.Value + 1 : before - step.ShootingFrame!.Value;
            count++;
            accepted += step.Accepted ? 1 : 0;
            made += step.TrialLength - kept;
            trial += step.TrialLength;
        }

        double wall = clock.Elapsed.TotalSeconds;
        double busy = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        string size = store ? (new FileInfo(file).Length / stream.Current.Step).ToString(CultureInfo.InvariantCulture) : "-";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stepsPerFrame,11}  {(store ? "SQLite" : "none"),7}  {count / busy,16:f0}  {count / wall,17:f0}  {made * stepsPerFrame / busy,16:f0}  {(double)made / count,12:f2}  {(double)accepted / count,10:p1}  {size,15}  {count / busy / peer,8:f0}"));
        run?.Dispose();
        File.Delete(file);
    }
}
