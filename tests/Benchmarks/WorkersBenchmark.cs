using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;

namespace Benchmarks;

/// <summary>
/// Path sampling by one and by two workers: interface sampling of the double-well dimer with the usual scheme (shooting, reversal, exchange,
/// minus), kT 0.824, BAOAB, friction 1, dt 0.004, 5 steps a frame, A r &lt; 1.25, B r &gt;= 1.60, seven ensembles. The ordinary chain makes the same
/// steps with either; with infinite swapping they differ, so there it is the frames that dynamics makes that are counted.
/// </summary>
internal static class WorkersBenchmark
{
    private const double SecondsPerCase = 6;

    public static void Run(TextWriter output)
    {
        output.WriteLine("particles  exchange         1 worker      2 workers     ratio");
        foreach (int particles in new[] { 216, 64 })
        {
            Dimer dimer = new(particles);
            _ = dimer.Measure(swaps: false, workers: 2, 3000, out _, out _);
            double time = dimer.Measure(swaps: false, workers: 1, long.MaxValue, out long steps, out _);
            double together = dimer.Measure(swaps: false, workers: 2, steps, out _, out _);
            Write(particles, "moves, steps/s", steps / time, steps / together, output);
            time = dimer.Measure(swaps: true, workers: 1, long.MaxValue, out _, out long alone);
            together = dimer.Measure(swaps: true, workers: 2, long.MaxValue, out _, out long frames);
            Write(particles, "infinite, frames/s", alone / time, frames / together, output);
        }
    }

    private static void Write(int particles, string what, double one, double two, TextWriter output) => output.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{particles,9}  {what,-18}  {one,8:f1}  {two,12:f1}  {two / one,8:f2}"));

    private sealed class Dimer
    {
        private readonly MolecularSystem system;
        private readonly MoveScheme scheme;
        private readonly SampleSet initial;

        public Dimer(int particles)
        {
            system = new DoubleWellBuilder { ParticleCount = particles, Density = 0.96 }.Build();
            Distance r = new(0, 1);
            StateVolume compact = StateVolume.Interval(r, null, 1.25, "compact");
            StateVolume extended = StateVolume.Interval(r, 1.6, null, "extended");
            scheme = MoveScheme.Create(PathNetwork.Tis(new InterfaceSet(compact, [1.25, 1.28, 1.31, 1.34, 1.38, 1.42]), extended));
            initial = new SampleSet(scheme.Ensembles.Select((e, i) => new PathSample(e, InitialPathFinder.FromDynamics(e, Engine), i)));
        }

        /// <summary>Seconds, steps and frames made of some steps, or of as many as come in the time of a case.</summary>
        public double Measure(bool swaps, int workers, long most, out long steps, out long frames)
        {
            using CountingEngine engine = new(Engine(1));
            PathSamplingOptions options = new() { Workers = workers, InfiniteSwapping = swaps };
            steps = 0;
            Stopwatch clock = Stopwatch.StartNew();
            foreach (PathStep _ in PathSamplingRun.Start(scheme, engine, initial, 1, options).Run(Math.Min(most, 1_000_000)))
            {
                steps++;
                if (steps == most || (most == long.MaxValue && clock.Elapsed.TotalSeconds > SecondsPerCase))
                {
                    break;
                }
            }

            frames = engine.Frames;
            return clock.Elapsed.TotalSeconds;
        }

        private BuiltInEngine Engine(double factor) =>
            new(system, 5, system.Integrator! with { Temperature = factor * system.Integrator!.Temperature });
    }
}
