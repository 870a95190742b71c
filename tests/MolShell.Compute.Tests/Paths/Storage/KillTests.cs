using System.Diagnostics;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

public sealed class KillTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void KilledRunsEndAsUndisturbedOnes() => KillAndCompare(kills: 4, seed: 1);

    [Fact]
    [Trait("Category", "Validation")]
    public void RunsKilledTwentyTimesEndAsUndisturbedOnes() => KillAndCompare(kills: 20, seed: 2);

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
        using BuiltInEngine engine = ChildProcess.CreateEngine();
        ChildProcess.Open(path, engine).Dispose();
    }

    // Half of the kills come at a random moment after the start, which hits start and creation; the others while steps are written.
    private void KillAndCompare(int kills, int seed)
    {
        System.Random random = new(seed);
        string path = files["killed"];
        List<long> steps = [];
        for (int kill = 0; kill < kills; kill++)
        {
            using (Process child = ChildProcess.Start(path))
            {
                try
                {
                    if (kill % 2 == 1)
                    {
                        WaitForSteps(child, path, steps.LastOrDefault() + 1);
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
                Assert.True(store.LastStep >= steps.LastOrDefault());
                steps.Add(store.LastStep);
            }
        }

        Resume(path);
        Assert.True(steps[^1] > kills, $"Only {steps[^1]} steps were made.");
        using BuiltInEngine engine = ChildProcess.CreateEngine();
        using (PathSamplingRun run = ChildProcess.Open(path, engine))
        {
            Assert.Equal(steps[^1], run.Step);
            Assert.Equal(100, run.Run(100).Count());
        }

        using (PathSamplingRun run = ChildProcess.Open(files["undisturbed"], engine))
        {
            Assert.Equal(steps[^1] + 100, run.Run(steps[^1] + 100).Count());
        }

        Assert.Equal(RunFiles.Rows(files["undisturbed"]), RunFiles.Rows(path));
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
