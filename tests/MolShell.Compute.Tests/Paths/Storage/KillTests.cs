using System.Diagnostics;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Tests.Paths.Swapping;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

public sealed class KillTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void KilledRunsEndAsUndisturbedOnes() => KillAndCompare(ChildProcess.Kind.TwoWells, kills: 4, seed: 1);

    [Fact]
    [Trait("Category", "Validation")]
    public void RunsKilledTwentyTimesEndAsUndisturbedOnes() => KillAndCompare(ChildProcess.Kind.TwoWells, kills: 20, seed: 2);

    [Fact]
    [Trait("Category", "Validation")]
    public void ExchangingRunsKilledTwentyTimesEndAsUndisturbedOnes() => KillAndCompare(ChildProcess.Kind.ReplicaExchange, kills: 20, seed: 2);

    [Fact]
    [Trait("Category", "Validation")]
    public void SwappingRunsKilledTwentyTimesHaveTheAveragesOfUndisturbedOnes()
    {
        const ChildProcess.Kind Kind = ChildProcess.Kind.InfiniteSwapping;
        long steps = Kill(() => ChildProcess.Start(files["killed"], Kind), files["killed"], kills: 20, seed: 3, least: 1000);
        using BuiltInEngine engine = ChildProcess.CreateEngine();
        using (PathSamplingRun run = ChildProcess.Open(files["killed"], engine, Kind))
        {
            Assert.Equal(steps, run.Step);
            Assert.Equal(100, run.Run(100, TestContext.Current.CancellationToken).Count());
        }

        using (PathSamplingRun run = ChildProcess.Open(files["undisturbed"], engine, Kind))
        {
            Assert.Equal(steps + 100, run.Run(steps + 100, TestContext.Current.CancellationToken).Count());
        }

        PathStep[] killed = Read("killed");
        PathStep[] undisturbed = Read("undisturbed");
        Assert.Equal(Enumerable.Range(1, (int)steps + 100).Select(i => (long)i), killed.Select(s => s.Step));
        Assert.Equal(killed.Length, killed.Select(s => s.Move).Distinct().Count());
        foreach (InterfaceEnsemble ensemble in ChildProcess.Interfaces.Ensembles.OfType<InterfaceEnsemble>())
        {
            double next = ensemble.Origins[0].Value + 0.1;
            (double a, double sigmaA) = SwappingSamplerTests.MeanOf(killed[500..], ensemble.Name, s => s.Progress >= next ? 1 : 0);
            (double b, double sigmaB) = SwappingSamplerTests.MeanOf(undisturbed[500..], ensemble.Name, s => s.Progress >= next ? 1 : 0);
            double sigma = Math.Sqrt((sigmaA * sigmaA) + (sigmaB * sigmaB));
            Assert.True(
                Math.Abs(a - b) < 4 * sigma && sigma < 0.1,
                $"{ensemble.Name}: {a:f4} +- {sigmaA:f4} of {killed.Length} steps with 20 kills, {b:f4} +- {sigmaB:f4} without; allowed 4 sigma");
        }
    }

    [Fact]
    public void OneProcessReadsWhatAnotherWrites()
    {
        using Process child = ChildProcess.Start(files["run"]);
        try
        {
            WaitForSteps(child, files["run"], 50);
            Assert.Contains(
                "being written by another process",
                Assert.Throws<PathStoreException>(() => Resume(files["run"])).Message,
                StringComparison.Ordinal);

            using PathStore store = PathStore.OpenToRead(files["run"]);
            long expected = 0;
            foreach (PathStep step in store.ReadSteps().Take(2000))
            {
                Assert.Equal(++expected, step.Step);
                Assert.Null(ChildProcess.Scheme.Network.Ensembles[0].Diagnose(step.Trajectory));
            }

            Assert.True(expected >= store.LastStep || expected == 2000, $"{expected} steps read of {store.LastStep}");
            Assert.False(child.HasExited);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    private PathStep[] Read(string file)
    {
        using PathStore store = PathStore.OpenToRead(files[file]);
        return [.. store.ReadSteps()];
    }

    private static void Resume(string path)
    {
        using BuiltInEngine engine = ChildProcess.CreateEngine();
        ChildProcess.Open(path, engine).Dispose();
    }

    private void KillAndCompare(ChildProcess.Kind kind, int kills, int seed)
    {
        string path = files["killed"];
        long steps = Kill(() => ChildProcess.Start(path, kind), path, kills, seed, least: 20);
        using BuiltInEngine engine = ChildProcess.CreateEngine();
        using (PathSamplingRun run = ChildProcess.Open(path, engine, kind))
        {
            Assert.Equal(steps, run.Step);
            Assert.Equal(100, run.Run(100).Count());
        }

        using (PathSamplingRun run = ChildProcess.Open(files["undisturbed"], engine, kind))
        {
            Assert.Equal(steps + 100, run.Run(steps + 100).Count());
        }

        Assert.Equal(RunFiles.Rows(files["undisturbed"]), RunFiles.Rows(path));
    }

    /// <summary>
    /// Kills a process that samples into a run file, again and again. Half of the kills come at a random moment after the start, which hits start
    /// and creation; the others while steps are written, after the least number of them.
    /// </summary>
    /// <returns>The number of steps made.</returns>
    internal static long Kill(Func<Process> start, string path, int kills, int seed, long least, Action? afterwards = null)
    {
        System.Random random = new(seed);
        long steps = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            using (Process child = start())
            {
                try
                {
                    if (kill % 2 == 1)
                    {
                        WaitForSteps(child, path, steps + least);
                    }

                    Thread.Sleep(random.Next(kill % 2 == 1 ? 60 : 500));
                    Assert.False(child.HasExited, "The child ended by itself.");
                }
                finally
                {
                    child.Kill();
                    child.WaitForExit();
                }
            }

            afterwards?.Invoke();
            if (File.Exists(path))
            {
                using PathStore store = PathStore.OpenToRead(path);
                Assert.True(store.LastStep >= steps, $"{steps} steps were made, of which {store.LastStep} are left.");
                steps = store.LastStep;
            }
        }

        Assert.True(steps > kills, $"Only {steps} steps were made.");
        return steps;
    }

    private static void WaitForSteps(Process child, string path, long least)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < 60)
        {
            if (child.HasExited)
            {
                Assert.Fail("The child ended by itself: " + child.StandardError.ReadToEnd());
            }

            if (File.Exists(path))
            {
                using PathStore store = PathStore.OpenToRead(path);
                if (store.LastStep >= least)
                {
                    return;
                }
            }

            Thread.Sleep(2);
        }

        Assert.Fail("The child made no steps in a minute.");
    }
}
