using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class PathSamplerTests
{
    private static readonly Trajectory Initial = Model.Path(0, 2, 3, 4, 5, 9);

    private static readonly MoveScheme Scheme = MoveScheme.Create(
        Model.BothWays, new MoveSchemeOptions { ReversalWeight = MoveScheme.DefaultReversalWeight });

    [Fact]
    public void SameSeedGivesTheSameSteps()
    {
        PathStep[] first = Sample(7, 200);
        PathStep[] second = Sample(7, 200);
        PathStep[] other = Sample(8, 200);
        Assert.Equal(first.Select(Row), second.Select(Row));
        Assert.NotEqual(first.Select(Row), other.Select(Row));
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), first.Select(s => s.Step));
        Assert.InRange(first.Count(s => s.Accepted), 50, 199);
    }

    [Fact]
    public void StepsDependOnSeedNumberAndActivePathsOnly()
    {
        PathStep[] whole = Sample(7, 200);
        using WalkEngine engine = new();
        PathSampler begin = new(Scheme, engine, Initial, 7);
        List<PathStep> parts = [.. begin.Run(83, TestContext.Current.CancellationToken)];
        PathSampler rest = new(Scheme, engine, begin.Active, 7, begin.Step);
        parts.AddRange(rest.Run(117, TestContext.Current.CancellationToken));
        Assert.Equal(whole.Select(Row), parts.Select(Row));
    }

    [Fact]
    public void StepsAreMadeWhenAskedFor()
    {
        using WalkEngine engine = new();
        PathSampler sampler = new(Scheme, engine, Initial, 1);
        using IEnumerator<PathStep> steps = sampler.Run(1_000_000, TestContext.Current.CancellationToken).GetEnumerator();
        Assert.Equal(0, sampler.Step);
        Assert.True(steps.MoveNext() && steps.MoveNext());
        Assert.Equal(2, sampler.Step);
    }

    [Fact]
    public void CancellationLeavesTheStepUnderWayUnmade()
    {
        using CancellationTokenSource source = new();
        using WalkEngine engine = new() { OnFrame = n => Cancel(n, source) };
        PathSampler sampler = new(Scheme, engine, Initial, 7);
        List<PathStep> steps = [];
        Assert.Throws<OperationCanceledException>(() => Collect(sampler, steps, source.Token));
        Assert.InRange(steps.Count, 5, 9_999);
        Assert.Equal(steps.Count, sampler.Step);
        Assert.Same(steps[^1].Trajectory, sampler.Active.Single().Path);

        // The run goes on as if it had not been stopped.
        steps.AddRange(new PathSampler(Scheme, engine, sampler.Active, 7, sampler.Step).Run(20, CancellationToken.None));
        Assert.Equal(Sample(7, steps.Count).Select(Row), steps.Select(Row));

        static void Collect(PathSampler sampler, List<PathStep> steps, CancellationToken cancellation)
        {
            foreach (PathStep step in sampler.Run(10_000, cancellation))
            {
                steps.Add(step);
            }
        }

        static void Cancel(int frame, CancellationTokenSource source)
        {
            if (frame == 300)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void ActivePathsStayInTheirEnsemble()
    {
        PathEnsemble ensemble = Scheme.Network.Ensembles[0];
        foreach (PathStep step in Sample(3, 500))
        {
            Assert.Null(ensemble.Diagnose(step.Trajectory));
            Assert.Equal(step.Accepted, step.Reason == RejectionReason.None);
            Assert.InRange(step.AcceptanceProbability, 0, 1);
        }
    }

    [Fact]
    public void FramesOfOtherRunsGetNewIdentities()
    {
        Trajectory foreign = Sample(3, 50)[^1].Trajectory;
        using WalkEngine engine = new();
        PathSampler sampler = new(Scheme, engine, foreign, 7);
        Trajectory start = sampler.Active.Single().Path;
        Assert.Equal(Model.Positions(foreign), Model.Positions(start));
        Assert.Equal(Model.Velocities(foreign), Model.Velocities(start));
        Assert.All(start.Slices, s => Assert.Equal(0, s.Segment.Id.Step));
    }

    [Fact]
    public void BadInitialPathsAreRefused()
    {
        using WalkEngine engine = new();
        Assert.Contains("its last frame is in no state", Refusal(Model.Path(0, 2, 3)), StringComparison.Ordinal);
        Assert.Contains("no velocities", Refusal(Trajectory.FromFrames(Initial.Select(f => f with { Velocities = null }))), StringComparison.Ordinal);
        Assert.Contains("maximum path length 5", Refusal(Initial, new PathSamplingOptions { MaximumLength = 5 }), StringComparison.Ordinal);
        Frame two = new()
        {
            Topology = Topology.Uniform(2, 1, "X", 1),
            Box = Box.Open,
            Units = UnitSystem.Reduced,
            Positions = new MolShell.Compute.Numerics.Vec3[2],
        };
        Trajectory wrong = Trajectory.FromFrames([two, two with { Positions = [new(5, 0, 0), default] }, two with { Positions = [new(9, 0, 0), default] }]);
        Assert.Contains("2 particles", Refusal(wrong), StringComparison.Ordinal);

        string Refusal(Trajectory path, PathSamplingOptions? options = null) =>
            Assert.Throws<PathSamplingException>(() => new PathSampler(Scheme, engine, path, 1, options)).Message;
    }

    internal static (long, string, bool, double, RejectionReason, int, int?, PathDirection?, string) Row(PathStep s) => (
        s.Step, s.Mover, s.Accepted, s.AcceptanceProbability, s.Reason, s.TrialLength, s.ShootingFrame, s.Direction,
        string.Join(' ', s.Trajectory.Select(f => FormattableString.Invariant($"{f.Positions[0].X:R}/{f.Velocities![0].X:R}"))));

    private static PathStep[] Sample(ulong seed, int steps)
    {
        using WalkEngine engine = new();
        return [.. new PathSampler(Scheme, engine, Initial, seed).Run(steps, TestContext.Current.CancellationToken)];
    }
}
