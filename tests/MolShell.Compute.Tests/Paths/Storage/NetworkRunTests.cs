using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Paths.Strategies;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

/// <summary>Run files of schemes whose moves pass replicas between ensembles.</summary>
public sealed class NetworkRunTests : IDisposable
{
    private readonly RunFiles files = new();

    public enum Kind
    {
        Default,
        InterfaceConstrained,
        StateSwap,
        SingleReplica,
        Sequence,
    }

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(Kind.Default)]
    [InlineData(Kind.InterfaceConstrained)]
    [InlineData(Kind.StateSwap)]
    [InlineData(Kind.SingleReplica)]
    [InlineData(Kind.Sequence)]
    public void ResumedRunsWriteTheSameRowsAndReadAsTheyWereMade(Kind kind)
    {
        MoveScheme scheme = SchemeOf(kind);
        List<PathStep> made = Sample(scheme, "whole", 400);
        foreach (int part in new[] { 63, 1, 136, 200 })
        {
            Sample(scheme, "parts", part);
        }

        Assert.Equal(RunFiles.Rows(files["whole"]), RunFiles.Rows(files["parts"]));
        using PathStore store = PathStore.OpenToRead(files["parts"]);
        PathStep[] read = [.. store.ReadSteps()];
        Assert.Equal(made.Count, read.Length);
        foreach ((PathStep a, PathStep b) in made.Zip(read))
        {
            Assert.Equal((a.Step, a.Mover, a.Ensemble, a.Replica, a.Accepted, a.PathLength), (b.Step, b.Mover, b.Ensemble, b.Replica, b.Accepted, b.PathLength));
            Assert.Equal(Of(a), Of(b));
        }

        Assert.Contains(made, s => s.Accepted && s.Mover is "ReplicaExchange" or "EnsembleHop");

        static IEnumerable<(string, int, PathSummary)> Of(PathStep step) =>
            step.Samples.Select(s => (s.Ensemble, s.Replica, s.Summary)).OrderBy(s => s.Replica);
    }

    private static MoveScheme SchemeOf(Kind kind)
    {
        PathNetwork network = WalkPaths.Network(bothWays: kind != Kind.SingleReplica);
        return MoveScheme.Create(network, new MoveSchemeOptions
        {
            Shooting = kind == Kind.InterfaceConstrained ? ShootingKind.InterfaceConstrained : ShootingKind.OneWay,
            IsSingleReplica = kind == Kind.SingleReplica,
            Strategies = kind switch
            {
                Kind.StateSwap => [new StateSwapStrategy()],
                Kind.Sequence =>
                [
                    new AddMoversStrategy("Sequence", [new SequenceMover(SequenceRule.Each, network.Transitions[0].Ensembles.Select(e => new PathReversalMover(e)))]),
                ],
                _ => [],
            },
        });
    }

    private List<PathStep> Sample(MoveScheme scheme, string name, int steps)
    {
        using WalkEngine engine = new();
        using PathSamplingRun run = File.Exists(files[name])
            ? PathSamplingRun.Resume(files[name], scheme, engine)
            : PathSamplingRun.Create(files[name], scheme, engine, WalkPaths.Initial(scheme), 7);
        return [.. run.Run(steps, TestContext.Current.CancellationToken)];
    }
}
