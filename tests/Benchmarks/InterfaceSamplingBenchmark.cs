using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;

namespace Benchmarks;

/// <summary>
/// Monte Carlo steps per second of the default scheme of multiple-state interface sampling on the triangle toy of OpenPathSampling: kT 0.1,
/// BAOAB, gamma 2.5, dt 0.02, 1 step a frame, states r &lt; 0.2, interfaces 0.2, 0.3, 0.4, 0.5 and an outer ensemble at 0.5, one thread; without and
/// with a run file, beside OpenPathSampling in the same run without and with netCDF.
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
        using BuiltInEngine engine = new(new ToyBuilder { Potential = ToyPotential.Triangle }.Build());
        MoveScheme scheme = MoveScheme.Create(Network());
        SampleSet initial = new(scheme.Ensembles.Select((ensemble, replica) => new PathSample(
            ensemble,
            InitialPathFinder.FromDynamics(
                ensemble,
                factor => new BuiltInEngine(engine.System, 1, engine.Integrator with { Temperature = factor * engine.Integrator.Temperature })),
            replica)));
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

    private static PathNetwork Network()
    {
        (string Name, double X, double Y)[] wells = [("A", -0.5, -0.5), ("B", 0.5, -0.5), ("C", 0, 0.4)];
        Coordinate x = new(0) { Name = "x" };
        Coordinate y = new(1) { Name = "y" };
        return PathNetwork.Mstis(wells.Select(well =>
        {
            Expression r = new(FormattableString.Invariant($"sqrt((x - {well.X})^2 + (y - {well.Y})^2)"), x, y);
            return new InterfaceSet(StateVolume.Interval(r, null, 0.2, well.Name), [0.2, 0.3, 0.4, 0.5], r);
        }));
    }
}
