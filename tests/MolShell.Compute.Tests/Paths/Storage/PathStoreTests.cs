using Microsoft.Data.Sqlite;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

public sealed class PathStoreTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void StoredStepsAreTheStepsThatWereMade()
    {
        string path = files.Sample("run", 1200);
        using WalkEngine engine = new();
        PathSampler sampler = new(RunFiles.Scheme, engine, RunFiles.Initial, 7, 0);
        PathStep[] made = [.. sampler.Run(1200, TestContext.Current.CancellationToken)];
        using PathStore store = PathStore.OpenToRead(path);
        Assert.Equal(1200, store.LastStep);
        PathStep[] stored = [.. store.ReadSteps()];
        Assert.Equal(made.Select(PathSamplerTests.Row), stored.Select(PathSamplerTests.Row));
        Assert.Equal(made.Select(s => s.Ensemble), stored.Select(s => s.Ensemble));
        Assert.All(stored, s => Assert.Equal(s.Accepted, s.Trial is not null));
        Assert.Equal(Model.Positions(RunFiles.Initial.Single().Path), Model.Positions(store.ReadInitial()[0].Trajectory));
        Assert.Equal(made.Skip(698).Select(PathSamplerTests.Row), store.ReadSteps(699).Select(PathSamplerTests.Row));
    }

    [Fact]
    public void ResumedRunsWriteTheSameRows()
    {
        List<string> whole = RunFiles.Rows(files.Sample("whole", 300));
        string parts = files.Sample("parts", 1);
        RunFiles.Resume(parts, 57);
        RunFiles.Resume(parts, 0);
        RunFiles.Resume(parts, 142);
        RunFiles.Resume(parts, 100);
        Assert.Equal(whole, RunFiles.Rows(parts));
    }

    [Fact]
    public void FramesAreStoredOnce()
    {
        string path = files.Sample("run", 500);
        using PathStore store = PathStore.OpenToRead(path);
        PathStep[] steps = [.. store.ReadSteps()];
        using Database database = new(path, SqliteOpenMode.ReadOnly);
        long frames = (long)database.Scalar("SELECT sum(count) FROM segments")!;
        long grown = steps.Where(s => s.Accepted && s.Mover == "OneWayShooting")
            .Sum(s => (long)(s.Direction == PathDirection.Forward ? s.TrialLength - s.ShootingFrame!.Value - 1 : s.TrialLength - KeptBehind(steps, s)));
        Assert.Equal(6 + grown, frames);
        Assert.Equal(frames, steps.SelectMany(s => s.Trajectory.Slices).Select(s => s.Segment).DistinctBy(s => s.Id).Sum(s => s.Count) + MissingInitial(steps));
    }

    [Fact]
    public void RejectedTrialsAreKeptWhenAskedFor()
    {
        string path = files.Sample("run", 200, storage: new PathStoreOptions { KeepRejectedTrials = true });
        using WalkEngine engine = new();
        PathSampler sampler = new(RunFiles.Scheme, engine, RunFiles.Initial, 7, 0);
        using PathStore store = PathStore.OpenToRead(path);
        foreach ((PathStep made, PathStep stored) in sampler.Run(200, TestContext.Current.CancellationToken).Zip(store.ReadSteps()))
        {
            Assert.Equal(Model.Positions(made.Trial!), Model.Positions(stored.Trial!));
            Assert.Equal(Model.Velocities(made.Trial!), Model.Velocities(stored.Trial!));
        }
    }

    [Fact]
    public void PathsCanBeReadAfterTheStoreWasClosed()
    {
        string path = files.Sample("run", 50);
        PathStore store = PathStore.OpenToRead(path);
        PathStep[] steps = [.. store.ReadSteps()];
        store.Dispose();
        Assert.Contains(steps[^1].Trajectory[0].Positions[0].X, new[] { 0.0, 9.0 });
        Assert.Equal(50, store.ReadSteps().Count());

        // Nothing holds the file: it can go, and then the error says so.
        store = PathStore.OpenToRead(path);
        steps = [.. store.ReadSteps()];
        store.Dispose();
        File.Delete(path);
        PathStoreException error = Assert.Throws<PathStoreException>(() => steps[^1].Trajectory[0]);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClosedFileStandsAlone()
    {
        string path = files.Sample("run", 20);
        Assert.False(File.Exists(path + "-wal") || File.Exists(path + "-shm") || File.Exists(path + "-lock") || File.Exists(path + "-new"));
        byte[] head = File.ReadAllBytes(path)[..20];
        Assert.Equal((1, 1), (head[18], head[19]));
    }

    [Fact]
    public void GrowingFileCanBeRead()
    {
        using WalkEngine engine = new();
        using PathSamplingRun run = PathSamplingRun.Create(files["run"], RunFiles.Scheme, engine, RunFiles.Initial, 7);
        using IEnumerator<PathStep> steps = run.Run(2000, TestContext.Current.CancellationToken).GetEnumerator();
        for (int i = 0; i < 700; i++)
        {
            steps.MoveNext();
        }

        run.Flush();
        using PathStore reader = PathStore.OpenToRead(files["run"]);
        Assert.Equal(700, reader.LastStep);
        using IEnumerator<PathStep> read = reader.ReadSteps().GetEnumerator();
        for (int i = 0; i < 600; i++)
        {
            Assert.True(read.MoveNext());
            Assert.NotEmpty(Model.Positions(read.Current.Trajectory));
        }

        for (int i = 700; i < 1500; i++)
        {
            steps.MoveNext();
        }

        run.Flush();
        int rest = 600;
        while (read.MoveNext())
        {
            Assert.Equal(++rest, read.Current.Step);
        }

        Assert.Equal(1500, rest);
    }

    [Fact]
    public void OnlyOneProcessWrites()
    {
        using WalkEngine engine = new();
        using (PathSamplingRun.Create(files["run"], RunFiles.Scheme, engine, RunFiles.Initial, 7))
        {
            PathStoreException resumed = Assert.Throws<PathStoreException>(() => RunFiles.Resume(files["run"], 1));
            Assert.Contains("being written by another process", resumed.Message, StringComparison.Ordinal);
            PathStoreException overwritten = Assert.Throws<PathStoreException>(
                () => files.Sample("run", 1, storage: new PathStoreOptions { Overwrite = true }));
            Assert.Contains("being written by another process", overwritten.Message, StringComparison.Ordinal);
        }

        RunFiles.Resume(files["run"], 1);
    }

    [Fact]
    public void LockLeftByAKillLocksNothing()
    {
        string path = files.Sample("run", 5);
        File.WriteAllText(path + "-lock", string.Empty);
        RunFiles.Resume(path, 5);
        using PathStore store = PathStore.OpenToRead(path);
        Assert.Equal(10, store.LastStep);
    }

    [Fact]
    public void ExistingFileIsKeptUnlessAskedFor()
    {
        string path = files.Sample("run", 5);
        byte[] before = File.ReadAllBytes(path);
        PathStoreException error = Assert.Throws<PathStoreException>(() => files.Sample("run", 9));
        Assert.Contains("exists already", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        files.Sample("run", 9, storage: new PathStoreOptions { Overwrite = true });
        using PathStore store = PathStore.OpenToRead(path);
        Assert.Equal(9, store.LastStep);
    }

    [Fact]
    public void OtherRunsAreNotContinued()
    {
        string path = files.Sample("run", 5);
        using WalkEngine engine = new();
        Assert.Contains("its seed is 7, not 8", Refusal(() => PathSamplingRun.Resume(path, RunFiles.Scheme, engine, 8)), StringComparison.Ordinal);
        Assert.Contains("network or moves differ", Refusal(() => PathSamplingRun.Resume(path, MoveScheme.Create(Model.BothWays), engine)), StringComparison.Ordinal);
        Assert.Contains("network or moves differ", Refusal(() => PathSamplingRun.Resume(path, MoveScheme.Create(Model.Tps), engine)), StringComparison.Ordinal);
        Assert.Contains(
            "maximum path length is 100000, not 99",
            Refusal(() => PathSamplingRun.Resume(path, RunFiles.Scheme, engine, 7, new PathSamplingOptions { MaximumLength = 99 })),
            StringComparison.Ordinal);
        using WalkEngine other = new() { System = Model.System with { Start = Model.Frame(3) } };
        Assert.Contains("another system", Refusal(() => PathSamplingRun.Resume(path, RunFiles.Scheme, other)), StringComparison.Ordinal);
        using PredestinedEngine predestined = new([9], [0]);
        Assert.Contains("its engine is Walk, not Predestined", Refusal(() => PathSamplingRun.Resume(path, RunFiles.Scheme, predestined)), StringComparison.Ordinal);
        RunFiles.Resume(path, 1);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "*-*"));

        static string Refusal(Func<PathSamplingRun> resume) => Assert.Throws<PathStoreException>(resume).Message;
    }

    [Fact]
    public void ForeignFilesAreRefused()
    {
        File.WriteAllText(files["text"], "not a run file, but text that is longer than the head of a database, so that SQLite looks at it at all");
        File.WriteAllBytes(files["empty"], []);
        using (Database other = new(files["sqlite"], SqliteOpenMode.ReadWriteCreate))
        {
            other.Execute("CREATE TABLE meta (key, value)");
        }

        foreach (string name in new[] { "text", "empty", "sqlite" })
        {
            byte[] before = File.ReadAllBytes(files[name]);
            Assert.Contains("is not a path sampling run file", OpenError(files[name]), StringComparison.Ordinal);
            Assert.Contains("is not a path sampling run file", Assert.Throws<PathStoreException>(() => RunFiles.Resume(files[name], 1)).Message, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllBytes(files[name]));
        }

        Assert.Contains("There is no run file", OpenError(files["missing"]), StringComparison.Ordinal);
        Directory.CreateDirectory(files["folder"]);
        Assert.Contains("is a folder", OpenError(files["folder"]), StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<PathStoreException>(() => files.Sample("folder", 1)).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<PathStoreException>(() => files.Sample("nowhere/run", 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewerFormatIsRefused()
    {
        string path = files.Sample("run", 5);
        using (Database database = new(path, SqliteOpenMode.ReadWrite))
        {
            database.Execute("PRAGMA user_version = 3");
        }

        Assert.Contains("format version 3", OpenError(path), StringComparison.Ordinal);
        Assert.Contains("newer MolShell", OpenError(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.02)]
    public void TruncatedFileIsRefused(double part)
    {
        string path = files.Sample("run", 400);
        using (FileStream stream = File.OpenWrite(path))
        {
            stream.SetLength((long)(part * stream.Length));
        }

        PathStoreException error = Assert.Throws<PathStoreException>(() =>
        {
            using PathStore store = PathStore.OpenToRead(path);
            foreach (PathStep step in store.ReadSteps())
            {
                Assert.NotEmpty(Model.Positions(step.Trajectory));
            }
        });
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Throws<PathStoreException>(() => RunFiles.Resume(path, 1));
    }

    // Wherever bytes are overwritten, reading gives the same steps or an error, never other steps.
    [Fact]
    public void DamageIsNoticedOrHarmless()
    {
        string path = files.Sample("run", 150);
        string[] expected = Read(path);
        byte[] bytes = File.ReadAllBytes(path);
        System.Random random = new(4);
        int noticed = 0;
        for (int round = 0; round < 60; round++)
        {
            byte[] damaged = [.. bytes];
            random.NextBytes(damaged.AsSpan(random.Next(damaged.Length - 64), 64));
            File.WriteAllBytes(path, damaged);
            try
            {
                string[] actual = Read(path);
                Assert.Equal(expected, actual);
            }
            catch (PathStoreException error)
            {
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
                noticed++;
            }
        }

        Assert.True(noticed > 20, $"{noticed} of 60 noticed");
    }

    [Fact]
    public void StepsAreAppendedInOrderAndToWritersOnly()
    {
        string path = files.Sample("run", 5);
        using WalkEngine engine = new();
        PathStep first = new PathSampler(RunFiles.Scheme, engine, RunFiles.Initial, 7, 0).Run(1, TestContext.Current.CancellationToken).Single();
        using (PathStore reader = PathStore.OpenToRead(path))
        {
            Assert.Throws<InvalidOperationException>(() => reader.Append(first));
        }

        PathRunHeader header = PathRunHeader.Of(RunFiles.Scheme, engine, 7, new PathSamplingOptions());
        using PathStore writer = PathStore.OpenToAppend(path, header);
        Assert.Contains("Step 1 does not follow step 5", Assert.Throws<ArgumentException>(() => writer.Append(first)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => writer.Append(first with { Step = 6, Mover = "Unknown" }));
        Assert.Equal(5, writer.LastStep);
    }

    [Fact]
    public void HeaderTellsEnoughToRebuildFrames()
    {
        string path = files.Sample("run", 5);
        using PathStore store = PathStore.OpenToRead(path);
        Frame frame = store.ReadSteps().Last().Trajectory[1];
        Assert.Equal("line", store.Header.SystemName);
        Assert.Equal(RunFiles.Scheme.Describe(), store.Header.Scheme);
        Assert.Equal(Model.System.Topology.Masses, frame.Topology.Masses);
        Assert.Equal(1, frame.Topology.Dimension);
        Assert.Equal(Box.Open, frame.Box);
        Assert.Same(UnitSystem.Reduced, frame.Units);
        frame.Validate();
    }

    [Fact]
    public void BiasedSchemesResumeExactlyToo()
    {
        MoveScheme scheme = MoveScheme.Create(Model.Tps, new MoveSchemeOptions
        {
            Selector = ShootingSelector.GaussianBias(Model.X, 5, 0.1),
            Shooting = ShootingKind.TwoWay,
            Modifier = Compute.Paths.Modifiers.VelocityModifier.Random(),
        });
        SampleSet initial = new([new PathSample(scheme.Network.Ensembles[0], Model.Path(0, 2, 3, 4, 5, 9))]);
        using WalkEngine engine = new();
        foreach ((string name, int[] parts) in new[] { ("whole", new[] { 80 }), ("parts", [30, 50]) })
        {
            for (int i = 0; i < parts.Length; i++)
            {
                using PathSamplingRun run = i == 0
                    ? PathSamplingRun.Create(files[name], scheme, engine, initial, 3)
                    : PathSamplingRun.Resume(files[name], scheme, engine);
                Assert.Equal(parts[i], run.Run(parts[i], TestContext.Current.CancellationToken).Count());
            }
        }

        Assert.Equal(RunFiles.Rows(files["whole"]), RunFiles.Rows(files["parts"]));
    }

    private static string OpenError(string path) => Assert.Throws<PathStoreException>(() => PathStore.OpenToRead(path)).Message;

    private static string[] Read(string path)
    {
        using PathStore store = PathStore.OpenToRead(path);
        return [.. store.ReadSteps().Select(s => PathSamplerTests.Row(s).ToString())];
    }

    private static int KeptBehind(PathStep[] steps, PathStep step)
    {
        int before = step.Step == 1 ? 6 : steps[step.Step - 2].PathLength;
        return before - step.ShootingFrame!.Value;
    }

    private static int MissingInitial(PathStep[] steps) =>
        steps.SelectMany(s => s.Trajectory.Slices).Any(s => s.Segment.Id.Step == 0) ? 0 : 6;
}
