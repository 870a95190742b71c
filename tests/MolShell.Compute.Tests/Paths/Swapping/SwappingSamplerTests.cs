using MolShell.Compute.Dynamics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Paths.Swapping;
using MolShell.Compute.Tests.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Swapping;

/// <summary>
/// Infinite swapping on the walk on the integers, where probabilities to reach interfaces are known: the same averages
/// for any number of workers, and through a run file.
/// </summary>
public sealed class SwappingSamplerTests
{
    private static readonly MoveScheme Scheme = MoveScheme.Create(
        PathNetwork.Mstis(new InterfaceSet(Model.A, [1.0, 3, 5]), new InterfaceSet(Model.B, [9.0, 7, 5])),
        new MoveSchemeOptions { ReversalWeight = MoveScheme.DefaultReversalWeight }).Without(e => e.Name.EndsWith("minus", StringComparison.Ordinal));

    private static SampleSet Initial => new(Scheme.Ensembles.Select((e, i) => new PathSample(
        e, e.Name.StartsWith('B') ? Model.Path(9, 7, 5, 3, 1, 0) : Model.Path(0, 1, 3, 5, 7, 9), i)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void AveragesAreExactForAnyNumberOfWorkers(int workers)
    {
        using WalkEngine engine = new();
        SwappingSampler sampler = new(Scheme, engine, Initial, 3, options: new PathSamplingOptions { Workers = workers });
        AssertExact([.. sampler.Run(30_000, TestContext.Current.CancellationToken).Skip(500)], $"{workers} workers");
        Assert.Equal(30_000, sampler.Step);
    }

    [Fact]
    public void OneWorkerGivesTheSameStepsAgainAndFromAFile()
    {
        using RunFiles files = new();
        using WalkEngine engine = new();
        PathSamplingOptions options = new() { InfiniteSwapping = true };
        PathStep[] whole;
        using (PathSamplingRun run = PathSamplingRun.Create(files["whole"], Scheme, engine, Initial, 7, options))
        {
            whole = [.. run.Run(400, TestContext.Current.CancellationToken)];
        }

        using (PathSamplingRun run = PathSamplingRun.Create(files["parts"], Scheme, engine, Initial, 7, options))
        {
            Assert.Equal(150, run.Run(150, TestContext.Current.CancellationToken).Count());
        }

        using (PathSamplingRun run = PathSamplingRun.Resume(files["parts"], Scheme, engine, 7, options))
        {
            Assert.Equal(250, run.Run(250, TestContext.Current.CancellationToken).Count());
        }

        Assert.Equal(RunFiles.Rows(files["whole"]), RunFiles.Rows(files["parts"]));
        using PathStore store = PathStore.OpenToRead(files["whole"]);
        Assert.Equal(whole.Select(Row), store.ReadSteps().Select(Row));
        Assert.Contains("swap", Assert.Throws<PathStoreException>(() => PathSamplingRun.Resume(files["whole"], Scheme, engine, 7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunsOfSeveralWorkersGoOnFromTheirFile()
    {
        using RunFiles files = new();
        using WalkEngine engine = new();
        PathSamplingOptions options = new() { InfiniteSwapping = true, Workers = 3 };
        using (PathSamplingRun run = PathSamplingRun.Create(files["run"], Scheme, engine, Initial, 7, options))
        {
            Assert.Equal(100, run.Run(1000, TestContext.Current.CancellationToken).Take(100).Count());
        }

        for (int part = 0; part < 10; part++)
        {
            using PathSamplingRun run = PathSamplingRun.Resume(files["run"], Scheme, engine, 7, options);
            Assert.Equal(1000, run.Run(1000, TestContext.Current.CancellationToken).Count());
        }

        using PathStore store = PathStore.OpenToRead(files["run"]);
        Assert.Equal(10_100, store.LastStep);
        AssertExact([.. store.ReadSteps(600)], "read from a file");
    }

    [Fact]
    public void AFaultOfOneWorkerEndsTheRun()
    {
        using WalkEngine engine = new() { OnFrame = count => _ = count < 5000 ? 0 : throw new SimulationException("broken") };
        SwappingSampler sampler = new(Scheme, engine, Initial, 3, options: new PathSamplingOptions { Workers = 4 });
        Assert.Equal("broken", Assert.Throws<SimulationException>(() => sampler.Run(100_000, TestContext.Current.CancellationToken).Count()).Message);
    }

    [Fact]
    public void CancellationEndsTheRun()
    {
        using CancellationTokenSource stop = new();
        using WalkEngine engine = new() { OnFrame = count => { if (count == 5000) { stop.Cancel(); } } };
        SwappingSampler sampler = new(Scheme, engine, Initial, 3, options: new PathSamplingOptions { Workers = 4 });
        Assert.ThrowsAny<OperationCanceledException>(() => sampler.Run(100_000, stop.Token).Count());
    }

    private static void AssertExact(PathStep[] steps, string what)
    {
        // A is at 0 and B at 9: an interface at distance d is reached with probability 1/d, and what is at d goes on to d' with d/d'.
        AssertMean(steps, Name("A", 1), s => s.Progress >= 3 ? 1 : 0, 1.0 / 3, what);
        AssertMean(steps, Name("A", 3), s => s.Progress >= 5 ? 1 : 0, 3.0 / 5, what);
        AssertMean(steps, Name("A", 5), s => s.FinalState, 5.0 / 9, what);
        AssertMean(steps, Name("B", 9), s => s.Progress <= 7 ? 1 : 0, 1.0 / 2, what);
        AssertMean(steps, Name("B", 7), s => s.Progress <= 5 ? 1 : 0, 2.0 / 4, what);
        AssertMean(steps, Name("B", 5), s => 1 - s.FinalState, 4.0 / 9, what);
        AssertMean(steps, "outer", s => s.InitialState, (1.0 / 4) / ((1.0 / 4) + (1.0 / 5)), what);

        static string Name(string state, int value) => FormattableString.Invariant($"{state}, {Model.X.Name} = {value}");
    }

    // 4.5 sigma, since seven means are tested in each of four runs.
    private static void AssertMean(PathStep[] steps, string ensemble, Func<PathSummary, double> value, double exact, string what)
    {
        (double mean, double sigma) = MeanOf(steps, ensemble, value);
        Assert.True(Math.Abs(mean - exact) < 4.5 * sigma, $"{what}, {ensemble}: {mean:f4} +- {sigma:f4}, exact {exact:f4}; allowed 4.5 sigma");
        Assert.True(sigma < 0.1, $"{what}, {ensemble}: sigma {sigma:f4} tells nothing");
    }

    /// <summary>A mean over the paths of an ensemble, with its error by leaving out each of 25 blocks.</summary>
    internal static (double Mean, double Sigma) MeanOf(PathStep[] steps, string ensemble, Func<PathSummary, double> value)
    {
        (double Sum, double Weight)[] blocks = [.. steps.Chunk((steps.Length + 24) / 25).Select(block =>
        {
            SampledPath[] samples = [.. block.SelectMany(s => s.Samples).Where(s => s.Ensemble == ensemble)];
            return (samples.Sum(s => s.Weight * value(s.Summary)), samples.Sum(s => s.Weight));
        })];
        (double sum, double weight) = (blocks.Sum(b => b.Sum), blocks.Sum(b => b.Weight));
        double mean = sum / weight;
        double[] without = [.. blocks.Select(b => (sum - b.Sum) / (weight - b.Weight))];
        return (mean, Math.Sqrt(without.Sum(m => (m - mean) * (m - mean)) * (blocks.Length - 1) / blocks.Length));
    }

    private static string Row(PathStep step) => FormattableString.Invariant(
        $"{step.Step} {step.Move} {step.Mover} {step.Ensemble} {step.Replica} {step.Accepted} {step.Reason} {step.PathLength} ")
        + string.Join("; ", step.Samples.Select(s => FormattableString.Invariant($"{s.Ensemble} {s.Replica} {s.Weight:r} {s.Summary}")));
}
