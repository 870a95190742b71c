using System.Diagnostics;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
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
    public void SwappingRunsKilledTwentyTimesHaveExactAverages()
    {
        const int Kills = 20;
        string path = files["killed"];
        long steps = Kill(ChildProcess.Kind.InfiniteSwapping, path, Kills, seed: 3, least: 1000);
        using (ISimulationEngine engine = ChildProcess.CreateEngine(ChildProcess.Kind.InfiniteSwapping))
        using (PathSamplingRun run = ChildProcess.Open(path, engine, ChildProcess.Kind.InfiniteSwapping))
        {
            Assert.Equal(steps, run.Step);
            Assert.Equal(100, run.Run(100, TestContext.Current.CancellationToken).Count());
        }

        using PathStore store = PathStore.OpenToRead(path);
        PathStep[] made = [.. store.ReadSteps()];
        Assert.Equal(Enumerable.Range(1, (int)steps + 100).Select(i => (long)i), made.Select(s => s.Step));
        Assert.Equal(made.Length, made.Select(s => s.Move).Distinct().Count());
        SwappingSamplerTests.AssertExact([.. made.Skip(500)], $"killed {Kills} times");
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

    private static void Resume(string path)
    {
        using ISimulationEngine engine = ChildProcess.CreateEngine();
        ChildProcess.Open(path, engine).Dispose();
    }

    private void KillAndCompare(ChildProcess.Kind kind, int kills, int seed)
    {
        string path = files["killed"];
        long steps = Kill(kind, path, kills, seed, least: 1);
        using ISimulationEngine engine = ChildProcess.CreateEngine(kind);
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

    // Half of the kills come at a random moment after the start, which hits start and creation; the others while steps are written, after the
    // least number of them. Returns the number of steps made.
    private static long Kill(ChildProcess.Kind kind, string path, int kills, int seed, long least)
    {
        System.Random random = new(seed);
        long steps = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            using (Process child = ChildProcess.Start(path, kind))
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
