using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public sealed class EngineFailureTests
{
    private const int Steps = 400;

    [Fact]
    public void AFailedTrialEndsTheRunUnlessToldOtherwise()
    {
        using FailingEngine engine = new(new SimulationException("broken") { Step = 3 });
        Assert.Equal(3, Assert.Throws<SimulationException>(() => Sample(engine, new PathSamplingOptions()).Count).Step);
    }

    [Fact]
    public void FailedTrialsAreRejected()
    {
        using FailingEngine engine = new(new SimulationException("broken"));
        List<PathStep> steps = Sample(engine, new PathSamplingOptions { OnFailure = FailureAction.Reject });
        PathStep[] failed = [.. steps.Where(s => s.Reason == RejectionReason.EngineFailure)];
        Assert.NotEmpty(failed);
        Assert.All(failed, s => Assert.False(s.Accepted));
        Assert.All(failed, s => Assert.Equal(0, s.AcceptanceProbability));
        Assert.Contains(steps, s => s.Accepted);
        foreach (PathStep step in failed.Where(s => s.Step > 1))
        {
            Assert.Equal(steps[(int)step.Step - 2].Trajectory, step.Trajectory);
        }
    }

    [Fact]
    public void FailedTrialsAreMadeAgainWithOtherNoise()
    {
        using FailingEngine engine = new(new SimulationException("broken"));
        List<PathStep> once = Sample(engine, new PathSamplingOptions { OnFailure = FailureAction.Reject });
        int failures = engine.Failures;
        List<PathStep> often = Sample(engine, new PathSamplingOptions { OnFailure = FailureAction.Stop, Retries = 60 });
        Assert.True(failures > 0);
        Assert.DoesNotContain(often, s => s.Reason == RejectionReason.EngineFailure);
        Assert.Contains(once, s => s.Reason == RejectionReason.EngineFailure);

        // Until the first failure the runs are the same.
        int first = once.FindIndex(s => s.Reason == RejectionReason.EngineFailure);
        Assert.Equal(once.Take(first).Select(s => s.TrialLength), often.Take(first).Select(s => s.TrialLength));
    }

    [Theory]
    [InlineData(FrameLimitAction.Stop, RejectionReason.MaximumLength)]
    [InlineData(FrameLimitAction.Fail, RejectionReason.EngineFailure)]
    [InlineData(FrameLimitAction.Retry, RejectionReason.EngineFailure)]
    public void TheGreatestNumberOfFramesIsTreatedAsAsked(FrameLimitAction action, RejectionReason expected)
    {
        using FailingEngine engine = new(new FrameLimitException(7, action));
        List<PathStep> steps = Sample(engine, new PathSamplingOptions { OnFailure = FailureAction.Reject, Retries = 1 });
        Assert.Contains(steps, s => s.Reason == expected);
        if (action != FrameLimitAction.Retry)
        {
            Assert.Equal(engine.Failures, steps.Count(s => s.Reason == expected));
        }
        else
        {
            Assert.True(engine.Failures > steps.Count(s => s.Reason == expected));
        }
    }

    [Fact]
    public void ConstraintsNeedVelocitiesOfAllParticles()
    {
        using FailingEngine engine = new(new SimulationException("broken")) { HasConstraints = true };
        MoveSchemeOptions options = new() { Shooting = ShootingKind.TwoWay, Modifier = Compute.Paths.Modifiers.VelocityModifier.Direction(0.1) };
        Assert.Contains(
            "holds distances fixed",
            Assert.Throws<ArgumentException>(() => MoveScheme.Create(Network(), options).Check(engine)).Message,
            StringComparison.Ordinal);
        MoveScheme.Create(Network(), options with { Modifier = Compute.Paths.Modifiers.VelocityModifier.Random() }).Check(engine);
    }

    private static PathNetwork Network()
    {
        Coordinate x = new(0);
        return PathNetwork.Tps([StateVolume.Interval(x, null, 0.5, "A")], [StateVolume.Interval(x, 4.5, null, "B")]);
    }

    private static List<PathStep> Sample(FailingEngine engine, PathSamplingOptions options)
    {
        Trajectory initial = Trajectory.FromFrames(new[] { 0, 1, 2, 3, 4, 5 }.Select(x => Model.Frame(x, 1)));
        engine.Failures = 0;
        return [.. new PathSampler(MoveScheme.Create(Network()), engine, initial, 3, options).Run(Steps, TestContext.Current.CancellationToken)];
    }

    /// <summary>The walk on integers, of which runs with one key in eight throw a fault at the third frame.</summary>
    private sealed class FailingEngine(Exception fault) : ISimulationEngine
    {
        private readonly WalkEngine walk = new();

        public int Failures { get; set; }

        public bool HasConstraints { get; init; }

        public string Name => "Failing";

        public MolecularSystem System => walk.System;

        public int StepsPerFrame => 1;

        public double? Temperature => 1;

        public IEngineRun Begin(Frame start, RandomKey key) => new Run(this, walk.Begin(start, key), key);

        public void Dispose() => walk.Dispose();

        private sealed class Run(FailingEngine engine, IEngineRun run, RandomKey key) : IEngineRun
        {
            private int frames;

            public Frame Next(CancellationToken cancellation)
            {
                if (++frames == 3 && key.Value % 8 == 0)
                {
                    engine.Failures++;
                    throw engine.Fault;
                }

                return run.Next(cancellation);
            }

            public void Dispose() => run.Dispose();
        }

        private Exception Fault => fault;
    }
}
