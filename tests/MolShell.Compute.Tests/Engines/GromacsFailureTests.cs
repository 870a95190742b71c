using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.IO;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

/// <summary>Path sampling while something else ends gmx mdrun at random moments.</summary>
public sealed class GromacsFailureTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly GromacsFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TrialsWhoseProgramIsKilledAreRejected() => SampleWhileKilling(kills: 3);

    [Fact]
    [Trait("Category", "Validation")]
    public void HundredKillsOfTheProgramLeaveNoTornFrame() => SampleWhileKilling(kills: 100);

    // Goes on until so many trials failed and one was accepted afterwards. Frames follow each other as they must, which torn ones would not.
    private void SampleWhileKilling(int kills)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Programs are found through /proc.");
        using GromacsEngine engine = new(files.Argon);
        MoveScheme scheme = Scheme();
        PathEnsemble ensemble = scheme.Ensembles[0];
        Trajectory initial = InitialPathFinder.FromDynamics(
            ensemble, engine, new InitialPathOptions { Seed = 1 }, null, TestContext.Current.CancellationToken);
        string file = files["run.molpath"];
        PathSamplingOptions options = new() { OnFailure = FailureAction.Reject, MaximumLength = 500 };
        int killed = 0;
        int failed = 0;
        using CancellationTokenSource enough = new();
        Thread killer = new(() => KillUntil(enough.Token, ref killed));
        killer.Start();
        try
        {
            using PathSamplingRun run = PathSamplingRun.Create(
                file, scheme, engine, new SampleSet([new PathSample(ensemble, initial)]), 3, options, new PathStoreOptions { KeepFrameFiles = true });
            foreach (PathStep step in run.Run(long.MaxValue / 2, TestContext.Current.CancellationToken))
            {
                Assert.Null(ensemble.Diagnose(step.Trajectory));
                failed += step.Reason == RejectionReason.EngineFailure ? 1 : 0;
                if (failed == kills)
                {
                    enough.Cancel();
                }

                if (failed >= kills && step.Accepted)
                {
                    break;
                }
            }
        }
        finally
        {
            enough.Cancel();
            killer.Join();
        }

        TestContext.Current.SendDiagnosticMessage($"{killed} kills, {failed} failed trials");
        Assert.True(failed <= killed, $"{failed} trials failed with {killed} kills.");
        RequireWholeFrames(file);
    }

    private static MoveScheme Scheme()
    {
        Distance distance = new(0, 1);
        StateVolume[] states = [StateVolume.Interval(distance, null, 0.42, "Near"), StateVolume.Interval(distance, 0.5, null, "Far")];
        return MoveScheme.Create(
            PathNetwork.Tps(states, states), new MoveSchemeOptions { Shooting = ShootingKind.TwoWay, Modifier = VelocityModifier.Random() });
    }

    private static void RequireWholeFrames(string file)
    {
        using PathStore store = PathStore.OpenToRead(file);
        Assert.All(store.ReadSteps(), step =>
        {
            foreach ((Frame one, Frame next) in step.Trajectory.Zip(step.Trajectory.Skip(1)))
            {
                // The thermal speed sqrt(3kT/m) = 0.274 nm/ps gives 0.011 nm in 10 steps of 4 fs, and 216 atoms little else.
                double deviation = GromacsEngineTests.Deviation(one, next);
                Assert.True(deviation is > 0.007 and < 0.015, $"rms {deviation} nm from frame to frame in step {step.Step}");
            }
        });
        foreach (string piece in Directory.EnumerateFiles(file + ".frames"))
        {
            using TrrReader reader = new(piece);
            int frames = 0;
            while (reader.TryRead() is not null)
            {
                frames++;
            }

            Assert.True(frames > 0 && reader.Remaining == 0, $"'{piece}' has {frames} frames and then {reader.Remaining} bytes.");
        }
    }

    private void KillUntil(CancellationToken enough, ref int killed)
    {
        System.Random random = new(8);
        int[] signals = [ProcessSignal.Kill, ProcessSignal.Terminate, Interrupt];
        while (!enough.WaitHandle.WaitOne(random.Next(20, 400)))
        {
            int[] running = [.. RunningPrograms.In(files.WorkPath).Where(p => p.Arguments.Contains("mdrun")).Select(p => p.Id)];
            if (running.Length > 0)
            {
                ProcessSignal.Send(running[random.Next(running.Length)], group: false, signals[random.Next(signals.Length)]);
                Interlocked.Increment(ref killed);
            }
        }
    }
}
