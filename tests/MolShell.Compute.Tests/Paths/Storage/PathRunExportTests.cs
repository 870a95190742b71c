using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

public sealed class PathRunExportTests : IDisposable
{
    private readonly RunFiles files = new();

    private static PathStoreOptions WithRejected => new() { KeepRejectedTrials = true };

    public void Dispose() => files.Dispose();

    [Fact]
    public void AllStepsAreTheFileAgain()
    {
        string run = files.Sample("run", 700, storage: WithRejected);
        PathRunExport done = Export(run, "copy", Numbers(1, 700));
        Assert.Equal(RunFiles.Rows(run), RunFiles.Rows(files["copy"]));
        Assert.Equal((700, done.Paths), (done.Steps, done.PathsWithFrames));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(401, 1)]
    [InlineData(201, 7)]
    [InlineData(700, 1)]
    public void APartHasItsStepsAsTheyWere(int first, int stride)
    {
        string run = files.Sample("run", 700);
        long[] chosen = [.. Numbers(first, 700).Where(n => (n - first) % stride == 0)];
        Export(run, "part", chosen);
        using PathStore whole = PathStore.OpenToRead(run);
        using PathStore part = PathStore.OpenToRead(files["part"]);
        PathStep[] read = [.. part.ReadSteps()];
        Assert.Equal(chosen, read.Select(s => s.Step));
        Assert.Equal(whole.ReadSteps().Where(s => chosen.Contains(s.Step)).Select(PathSamplerTests.Row), read.Select(PathSamplerTests.Row));
        Assert.Equal((chosen.Length, chosen[^1], chosen[^1]), (part.Count, part.LastStep, part.StepAt(chosen.Length - 1)));
        Assert.Equal(0, part.StepAt(chosen.Length));
        Assert.Equal(chosen.Length != 700, part.Header.IsPart);
    }

    [Fact]
    public void FramesOfAPartAreStoredOnceAndNoOthers()
    {
        string run = files.Sample("run", 500);
        Export(run, "part", Numbers(301, 500));
        HashSet<long> used = [];
        using PathStore part = PathStore.OpenToRead(files["part"]);
        used.UnionWith(part.ReadSteps().Select(s => s.Trajectory).Append(part.ReadInitial()[0].Trajectory)
            .SelectMany(t => t.Slices).Select(s => SliceCodec.Key(s.Segment.Id)));
        Assert.Equal(used.Count, RunFiles.Rows(files["part"]).Count(r => r.StartsWith("segments:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(101, 1)]
    [InlineData(2, 149)]
    [InlineData(1, 0)]
    public void RunsGoOnFromAPartAndFromAPrunedFile(int first, int frameStride)
    {
        string run = files.Sample("run", 300);
        Export(run, "part", [.. Numbers(first, 300)], new PathRunExportOptions { FrameStride = frameStride });
        RunFiles.Resume(run, 200);
        RunFiles.Resume(files["part"], 200);
        using PathStore whole = PathStore.OpenToRead(run);
        using PathStore part = PathStore.OpenToRead(files["part"]);
        Assert.Equal(whole.ReadSteps(301).Select(PathSamplerTests.Row), part.ReadSteps(301).Select(PathSamplerTests.Row));
    }

    [Fact]
    public void APrunedFileHasAllValuesAndFewFrames()
    {
        string run = files.Sample("run", 1000, storage: WithRejected);
        PathRunExport done = Export(
            run, "pruned", Numbers(1, 1000), new PathRunExportOptions { DropRejectedTrials = true, FrameStride = 50 });
        Assert.InRange(done.Bytes, 1, done.SourceBytes * 3 / 4);
        using PathStore whole = PathStore.OpenToRead(run);
        using PathStore pruned = PathStore.OpenToRead(files["pruned"]);
        Assert.Equal(Values(whole), Values(pruned));
        PathTree tree = TreeOf(whole);
        Assert.Equal(tree.Branches, TreeOf(pruned).Branches);
        PathStep[] read = [.. pruned.ReadSteps()];
        Assert.All(read, s => Assert.True(s.Accepted || s.Trial is null));
        Assert.InRange(read.DistinctBy(s => s.Trajectory).Count(s => s.HasFrames), done.PathsWithFrames - 1, done.Paths / 4);
        PathStep without = read.First(s => !s.HasFrames);
        string message = Assert.Throws<PathStoreException>(() => without.Trajectory.ToList()).Message;
        Assert.Contains("was written without them", message, StringComparison.Ordinal);
        foreach ((PathStep a, PathStep b) in whole.ReadSteps().Zip(read).Where(p => p.Second.HasFrames))
        {
            Assert.Equal(Model.Positions(a.Trajectory), Model.Positions(b.Trajectory));
        }

        static IEnumerable<(long, bool, int, int, PathSummary)> Values(PathStore store) =>
            store.ReadSteps().Select(s => (s.Step, s.Accepted, s.TrialLength, s.PathLength, s.Samples[0].Summary));
    }

    [Fact]
    public void AFileCanBePrunedInPlace()
    {
        string run = files.Sample("run", 300);
        Export(run, "copy", Numbers(1, 300), new PathRunExportOptions { FrameStride = 10 });
        Export(run, "run", Numbers(1, 300), new PathRunExportOptions { FrameStride = 10, Overwrite = true });
        Assert.Equal(RunFiles.Rows(files["copy"]), RunFiles.Rows(run));
    }

    [Fact]
    public void PartsPutBehindEachOtherAreTheWholeAgain()
    {
        string run = files.Sample("run", 600);
        PathRunExportOptions append = new() { Append = true };
        Export(run, "parts", Numbers(1, 150), append);
        Export(run, "rest", Numbers(151, 600));
        Export(files["rest"], "parts", Numbers(151, 151), append);
        Assert.False(HeaderOf("parts").IsPart);
        Export(files["rest"], "parts", Numbers(152, 600), append);
        Assert.Equal(RunFiles.Rows(run), RunFiles.Rows(files["parts"]));
        Export(run, "gap", Numbers(1, 100));
        Export(run, "gap", Numbers(200, 600), append);
        Assert.True(HeaderOf("gap").IsPart);
        using PathStore whole = PathStore.OpenToRead(run);
        using PathStore gap = PathStore.OpenToRead(files["gap"]);
        Assert.Equal(
            whole.ReadSteps().Where(s => s.Step is <= 100 or >= 200).Select(PathSamplerTests.Row), gap.ReadSteps().Select(PathSamplerTests.Row));
    }

    [Fact]
    public void WhatCannotBeWrittenIsRefusedAndNothingIsChanged()
    {
        string run = files.Sample("run", 50);
        string other = files.Sample("other", 50, seed: 8);
        List<string> before = RunFiles.Rows(other);
        Refused("exists already", () => Export(run, "other", Numbers(1, 50)));
        Refused("its seed is 8, not 7", () => Export(run, "other", Numbers(1, 50), new PathRunExportOptions { Append = true }));
        Refused("no step 51", () => Export(run, "new", Numbers(1, 51)));
        Refused("which has steps up to 50", () => Export(run, "run", Numbers(50, 50), new PathRunExportOptions { Append = true }));
        Refused("no run file", () => Export(files["missing"], "new", Numbers(1, 5)));
        Assert.Throws<ArgumentException>(() => Export(run, "new", []));
        Assert.Throws<ArgumentException>(() => Export(run, "new", [2, 2]));
        using (RunLock.Take(files["new"]))
        {
            Refused("being written by another process", () => Export(run, "new", Numbers(1, 5)));
        }

        Assert.Equal(before, RunFiles.Rows(other));
        Assert.Equal(["other", "run"], Directory.GetFiles(Path.GetDirectoryName(run)!).Select(Path.GetFileName).Order());

        static void Refused(string reason, Action write) =>
            Assert.Contains(reason, Assert.Throws<PathStoreException>(write).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunsReadAsOneFollowEachOtherAndShareNoFrames()
    {
        using PathStore first = PathStore.OpenToRead(files.Sample("first", 40));
        using PathStore second = PathStore.OpenToRead(files.Sample("second", 60, seed: 8));
        MergedRuns merged = new();
        PathStep[] a = [.. merged.ReadSteps(first, 11)];
        PathStep[] b = [.. merged.ReadSteps(second)];
        Assert.Equal(Numbers(1, 90), a.Concat(b).Select(s => s.Step));
        Assert.Equal(first.ReadSteps(11).Select(s => s.PathLength), a.Select(s => s.PathLength));
        Assert.All(b, s => Assert.Same(a[0].Run, s.Run));
        Assert.DoesNotContain(b, s => s.Trajectory.SharesFrames(a[0].Trajectory));
        using PathStore other = PathStore.OpenToRead(SampleNetwork("other", 1, isSwapping: false));
        string message = Assert.Throws<PathStoreException>(() => merged.ReadSteps(other)).Message;
        Assert.Contains("another network", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PartsOfNetworkRunsHaveTheSamplesOfTheirSteps(bool isSwapping)
    {
        string run = SampleNetwork("run", 300, isSwapping);
        long[] chosen = [.. Numbers(58, 300).Where(n => n % 11 == 3)];
        Export(run, "part", chosen, new PathRunExportOptions { FrameStride = 5 });
        using PathStore whole = PathStore.OpenToRead(run);
        using PathStore part = PathStore.OpenToRead(files["part"]);
        Assert.All(part.ReadSteps().Where((_, i) => i % 5 == 0), s => Assert.True(s.HasFrames));
        Assert.Contains(part.ReadSteps(), s => !s.HasFrames);
        foreach ((PathStep a, PathStep b) in whole.ReadSteps().Where(s => chosen.Contains(s.Step)).Zip(part.ReadSteps()))
        {
            Assert.Equal(Of(a), Of(b));
        }

        static IEnumerable<(string, int, double, PathSummary)> Of(PathStep step) =>
            step.Samples.Select(s => (s.Ensemble, s.Replica, s.Weight, s.Summary));
    }

    private string SampleNetwork(string name, int steps, bool isSwapping)
    {
        MoveScheme scheme = MoveScheme.Create(WalkPaths.Network(bothWays: true), new MoveSchemeOptions());
        using WalkEngine engine = new();
        using PathSamplingRun run = PathSamplingRun.Create(
            files[name], scheme, engine, WalkPaths.Initial(scheme), 7, new PathSamplingOptions { InfiniteSwapping = isSwapping });
        Assert.Equal(steps, run.Run(steps, TestContext.Current.CancellationToken).Count());
        return files[name];
    }

    private static long[] Numbers(long first, long last) => [.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(n => (long)n)];

    private static PathTree TreeOf(PathStore store)
    {
        PathTreeAccumulator tree = new(null);
        foreach (PathStep step in store.ReadSteps())
        {
            tree.Add(step);
        }

        return tree.ToTree();
    }

    private PathRunExport Export(string source, string name, long[] steps, PathRunExportOptions? options = null) => PathRunExport.Write(
        source, steps, files[name], options ?? new PathRunExportOptions(), TestContext.Current.CancellationToken);

    private PathRunHeader HeaderOf(string name)
    {
        using PathStore store = PathStore.OpenToRead(files[name]);
        return store.Header;
    }
}
