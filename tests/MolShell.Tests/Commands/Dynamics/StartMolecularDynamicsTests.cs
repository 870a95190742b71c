using System.Management.Automation;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands.Dynamics;

public sealed class StartMolecularDynamicsTests
{
    private const string Endless = "New-ToySystem DoubleWell | Start-MolecularDynamics -Step 1e15 -ReportInterval 1000 -Seed 1";

    [Fact]
    public void The_issues_command_counts_twenty_frames() => Assert.Equal(20, Script.Single<int>(
        "(New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 2000 -ReportInterval 100 -Seed 7 | Measure-Object).Count"));

    [Fact]
    public void Frames_come_at_multiples_of_the_interval_without_the_start() => Assert.Equal(
        [30, 60, 90],
        Script.Run<Frame>("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 100 -ReportInterval 30 -Seed 1").Select(f => f.Step));

    [Fact]
    public void The_start_can_be_included() => Assert.Equal(
        [0, 50, 100],
        Script.Run<Frame>("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 100 -ReportInterval 50 -IncludeStart").Select(f => f.Step));

    [Fact]
    public void Without_an_interval_a_hundred_frames_come() =>
        Assert.Equal(100, Script.Run<Frame>("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 1e3").Count);

    [Fact]
    public void Forces_come_when_asked_for()
    {
        Frame frame = Script.Single<Frame>("New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 1 -IncludeForce");
        Assert.Equal(64, frame.Forces!.Length);
        Assert.Null(Script.Single<Frame>("New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 1").Forces);
    }

    [Fact]
    public void The_same_seed_gives_the_same_frames()
    {
        const string Run = "New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 50 -ReportInterval 50 -Seed ";
        Assert.Equal(Script.Single<Frame>(Run + 5).Positions, Script.Single<Frame>(Run + 5).Positions);
        Assert.NotEqual(Script.Single<Frame>(Run + 5).Positions, Script.Single<Frame>(Run + 6).Positions);
    }

    [Fact]
    public void A_drawn_seed_is_told()
    {
        RunResult result = MolShellRunner.Run("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 1 -Verbose");
        Assert.Contains(result.Streams.Verbose, m => m.StartsWith("Seed ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_stopped_by_a_later_command_resumes_with_the_same_frames()
    {
        using TemporaryFolder folder = new();
        const string Run = "New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 200 -ReportInterval 20 ";
        IReadOnlyList<Frame> whole = Script.Run<Frame>(Run + "-Seed 3");
        IReadOnlyList<Frame> begin = Script.Run<Frame>(Run + "-Seed 3 -CheckpointPath a.chk | Select-Object -First 4", folder.Path);
        IReadOnlyList<Frame> rest = Script.Run<Frame>(Run + "-CheckpointPath a.chk -Resume", folder.Path);
        Assert.Equal(whole.Select(f => f.Step), begin.Concat(rest).Select(f => f.Step));
        Assert.Equal(whole.SelectMany(f => f.Positions), begin.Concat(rest).SelectMany(f => f.Positions));
        Assert.Equal(whole.SelectMany(f => f.Velocities!), begin.Concat(rest).SelectMany(f => f.Velocities!));
    }

    [Fact]
    public void Resuming_a_run_that_is_done_gives_nothing_and_one_without_file_begins()
    {
        using TemporaryFolder folder = new();
        const string Run = "New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -ReportInterval 5 -Seed 1 -CheckpointPath a.chk -Resume";
        Assert.Equal(2, Script.Run<Frame>(Run, folder.Path).Count);
        Assert.Empty(Script.Run<Frame>(Run, folder.Path));
    }

    [Fact]
    public void A_checkpoint_is_not_replaced_without_force()
    {
        using TemporaryFolder folder = new();
        const string Run = "New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -ReportInterval 5 -Seed 1 -CheckpointPath a.chk";
        Assert.Equal(2, Script.Run<Frame>(Run, folder.Path).Count);
        ErrorRecord error = Script.Error(Run, folder.Path);
        Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Equal(2, Script.Run<Frame>(Run + " -Force", folder.Path).Count);
    }

    [Fact]
    public void Checkpoints_come_every_so_many_steps()
    {
        using TemporaryFolder folder = new();
        RunningScript script = new(Endless + " -CheckpointPath a.chk -CheckpointInterval 100000", folder.Path);
        script.WaitForOutputs(150);
        Assert.True(Checkpoint.Load(folder.File("a.chk")).Step > 0);
        script.Stop();
    }

    [Fact]
    public void A_stop_is_quick_and_leaves_a_checkpoint()
    {
        using TemporaryFolder folder = new();
        RunningScript script = new(
            "New-DoubleWellSystem | Start-MolecularDynamics -Step 1e12 -ReportInterval 10 -Seed 1 -CheckpointPath a.chk", folder.Path);
        script.WaitForOutputs(5);
        TimeSpan time = script.Stop();
        Assert.True(time < TimeSpan.FromSeconds(1), $"Stopping took {time.TotalMilliseconds} ms; 100 ms are meant, on a machine that is not busy.");
        Assert.True(Checkpoint.Load(folder.File("a.chk")).Step >= 50);
    }

    [Fact]
    public void A_failed_run_keeps_its_last_checkpoint()
    {
        using TemporaryFolder folder = new();
        ErrorRecord error = Script.Error(
            "New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 1000 -TimeStep 0.5 -Seed 1 -CheckpointPath a.chk", folder.Path);
        Assert.StartsWith("SimulationFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(Checkpoint.Load(folder.File("a.chk")).Positions, r => Assert.True(r.IsFinite()));
    }

    [Fact]
    public void Progress_tells_the_time_left()
    {
        using TemporaryFolder folder = new();
        RunningScript script = new(Endless.Replace("1e15", "1e10", StringComparison.Ordinal), folder.Path);
        Assert.True(SpinWait.SpinUntil(() => script.Streams.Progress.Count >= 3, TimeSpan.FromSeconds(60)));
        script.Stop();
        ProgressRecord record = script.Streams.Progress[2];
        Assert.Equal("Molecular dynamics of Double well", record.Activity);
        Assert.True(record.SecondsRemaining > 0);
        Assert.InRange(record.PercentComplete, 0, 100);
        Assert.Matches("^step \\d+ of 10000000000, time ", record.StatusDescription);
    }

    [Fact]
    public void WhatIf_runs_and_writes_nothing()
    {
        using TemporaryFolder folder = new();
        Assert.Empty(Script.Run<Frame>("New-ToySystem DoubleWell | Start-MolecularDynamics -Step 10 -CheckpointPath a.chk -WhatIf", folder.Path));
        Assert.False(File.Exists(folder.File("a.chk")));
    }

    [Theory]
    [InlineData("-Integrator VelocityVerlet", IntegratorKind.VelocityVerlet)]
    [InlineData("-Integrator (New-Integrator Overdamped)", IntegratorKind.Overdamped)]
    [InlineData("-Integrator overdamped -Friction 3", IntegratorKind.Overdamped)]
    public void Integrators_are_taken_by_name_and_as_objects(string integrator, IntegratorKind kind)
    {
        using TemporaryFolder folder = new();
        Script.Run<Frame>($"New-ToySystem DoubleWell | Start-MolecularDynamics -Step 2 {integrator} -CheckpointPath a.chk", folder.Path);
        Assert.Equal(kind, Checkpoint.Load(folder.File("a.chk")).Integrator.Kind);
    }
}
