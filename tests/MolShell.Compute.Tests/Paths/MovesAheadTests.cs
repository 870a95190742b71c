using MolShell.Compute.Dynamics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Paths.Strategies;
using MolShell.Compute.Tests.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>Moves of coming steps made at the same time give the steps of moves made one after the other.</summary>
public class MovesAheadTests
{
    private static readonly MoveScheme Scheme = CreateScheme();

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(100)]
    public void StepsAreTheSameForAnyNumberOfWorkers(int workers)
    {
        PathStep[] alone = Sample(1, 3000);
        PathStep[] together = Sample(workers, 3000);
        Assert.Equal(alone.Select(Row), together.Select(Row));
        Assert.Equal(
            ["Minus", "OneWayShooting", "PathReversal", "ReplicaExchange", "Sequence", "StateSwap"],
            alone.Where(s => s.Accepted).Select(s => s.Mover).Distinct().Order());
    }

    [Fact]
    public void MovesOfDifferentEnsemblesAreMadeAtTheSameTime() => AssertTwoAtATime(Scheme);

    [Fact]
    public void MinusMovesAroundOneStateAreMadeAtTheSameTime()
    {
        MoveScheme minus = new(Scheme.Network, Scheme.Movers.Where(m => m.Mover.Name == "Minus").Take(1));
        AssertTwoAtATime(minus);
        Assert.Equal(Sample(minus, 1, 2000).Select(Row), Sample(minus, 2, 2000).Select(Row));
        Assert.InRange(Sample(minus, 1, 2000).Count(s => s.Accepted), 1, 1999);
    }

    private static void AssertTwoAtATime(MoveScheme scheme)
    {
        using ManualResetEventSlim second = new();
        int thread = 0;
        bool met = true;
        using WalkEngine engine = new()
        {
            OnFrame = count =>
            {
                if (Interlocked.CompareExchange(ref thread, Environment.CurrentManagedThreadId, 0) == 0)
                {
                    met = second.Wait(TimeSpan.FromSeconds(60));
                }
                else if (thread != Environment.CurrentManagedThreadId)
                {
                    second.Set();
                }
            },
        };
        Assert.Equal(200, Sampler(scheme, engine, 2).Run(200, TestContext.Current.CancellationToken).Count());
        Assert.True(met, "The first move under way had to wait a minute for a second one.");
    }

    [Fact]
    public void RunFilesAreTheSameAndGoOnWithAnyNumberOfWorkers()
    {
        using RunFiles files = new();
        using WalkEngine engine = new();
        using (PathSamplingRun run = PathSamplingRun.Create(files["alone"], Scheme, engine, WalkPaths.Initial(Scheme), 7))
        {
            Assert.Equal(600, run.Run(600, TestContext.Current.CancellationToken).Count());
        }

        int[] workers = [2, 1, 4];
        for (int part = 0; part < workers.Length; part++)
        {
            PathSamplingOptions options = new() { Workers = workers[part] };
            using PathSamplingRun run = part == 0
                ? PathSamplingRun.Create(files["together"], Scheme, engine, WalkPaths.Initial(Scheme), 7, options)
                : PathSamplingRun.Resume(files["together"], Scheme, engine, 7, options);

            // A caller that takes fewer steps than it said leaves moves that were made ahead.
            Assert.Equal(200, run.Run(300, TestContext.Current.CancellationToken).Take(200).Count());
            Assert.Equal(200 * (part + 1), run.Step);
        }

        Assert.Equal(RunFiles.Rows(files["alone"]), RunFiles.Rows(files["together"]));
    }

    [Fact]
    public void CancellationLeavesMovesMadeAheadUnmade()
    {
        using CancellationTokenSource stop = new();
        using WalkEngine engine = new() { OnFrame = count => { if (count == 20_000) { stop.Cancel(); } } };
        PathSampler sampler = Sampler(Scheme, engine, 4);
        List<PathStep> steps = [];
        Assert.ThrowsAny<OperationCanceledException>(() => Collect(sampler, steps, stop.Token));
        AssertBegins(sampler, steps);
    }

    [Fact]
    public void AFaultEndsTheRunAtItsStep()
    {
        using WalkEngine engine = new() { OnFrame = count => _ = count < 20_000 ? 0 : throw new SimulationException("broken") };
        PathSampler sampler = Sampler(Scheme, engine, 4);
        List<PathStep> steps = [];
        Assert.Equal("broken", Assert.Throws<SimulationException>(() => Collect(sampler, steps, CancellationToken.None)).Message);
        AssertBegins(sampler, steps);
    }

    // What was handed out is the beginning of the run, and the run goes on from there.
    private static void AssertBegins(PathSampler sampler, List<PathStep> steps)
    {
        Assert.InRange(steps.Count, 50, 20_000);
        Assert.Equal(steps.Count, sampler.Step);
        using WalkEngine engine = new();
        PathSampler rest = new(Scheme, engine, sampler.Active, 7, sampler.Step, new PathSamplingOptions { Workers = 2 });
        steps.AddRange(rest.Run(50, TestContext.Current.CancellationToken));
        Assert.Equal(Sample(1, steps.Count).Select(Row), steps.Select(Row));
    }

    private static void Collect(PathSampler sampler, List<PathStep> steps, CancellationToken cancellation)
    {
        foreach (PathStep step in sampler.Run(100_000, cancellation))
        {
            steps.Add(step);
        }
    }

    private static PathStep[] Sample(int workers, int steps) => Sample(Scheme, workers, steps);

    private static PathStep[] Sample(MoveScheme scheme, int workers, int steps)
    {
        using WalkEngine engine = new();
        return [.. Sampler(scheme, engine, workers).Run(steps, TestContext.Current.CancellationToken)];
    }

    private static PathSampler Sampler(MoveScheme scheme, WalkEngine engine, int workers) =>
        new(scheme, engine, WalkPaths.Initial(scheme), 7, 0, new PathSamplingOptions { Workers = workers });

    // Exchange, minus and composed moves, so that moves wait for others in many ways.
    private static MoveScheme CreateScheme()
    {
        PathNetwork network = WalkPaths.Network(bothWays: true);
        PathEnsemble[] inner = [.. network.Transitions.Select(t => t.Ensembles[1])];
        return MoveScheme.Create(network, new MoveSchemeOptions
        {
            Strategies =
            [
                new GroupWeightStrategy(MoveGroups.Minus, 1),
                new StateSwapStrategy(),
                new AddMoversStrategy("Both", [new SequenceMover(SequenceRule.Each, inner.Select(e => new PathReversalMover(e)))], 1),
            ],
        });
    }

    private static string Row(PathStep step) => PathSamplerTests.Row(step) + string.Join(
        "; ", step.Samples.Select(s => FormattableString.Invariant($"{s.Ensemble} {s.Replica} {s.Summary}")));
}
