using System.Management.Automation;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands.Paths;

public sealed class PathSamplingCommandTests
{
    [Fact]
    public void The_issues_commands_sample_store_and_draw()
    {
        using TemporaryFolder folder = new();
        PathStatistic statistic = Script.Single<PathStatistic>(
            """
            $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
            $x = New-CollectiveVariable -Coordinate 0 ; $A = New-StateVolume $x -Maximum -0.7 ; $B = New-StateVolume $x -Minimum 0.7
            New-PathNetwork -Kind Tps -Initial $A -Final $B | New-MoveScheme -Shooting OneWay | Start-PathSampling -System $s -Step 1000 -Path run.molpath -Seed 1 | Measure-PathStatistic
            Import-PathSampling run.molpath | Measure-PathDensity -Variable $x | Export-Plot density.svg
            """,
            folder.Path);
        Assert.Equal(1000, statistic.Steps);
        Assert.InRange(statistic.Acceptance, 0.2, 0.8);
        Assert.Contains("</svg>", File.ReadAllText(folder.File("density.svg")), StringComparison.Ordinal);
    }

    private const string Wells = """
        $s = New-ToySystem -Potential DoubleWell -Temperature 0.4 -Friction 2.5 -TimeStep 0.02
        $x = New-CollectiveVariable -Coordinate 0
        $A = New-StateVolume $x -Maximum -0.7 -Name A
        $B = New-StateVolume $x -Minimum 0.7 -Name B

        """;

    [Fact]
    public void A_run_until_all_states_were_visited_begins_the_sampling_of_a_network()
    {
        IReadOnlyList<object> output = Script.Run<object>(Wells + """
            $frames = $s | Start-MolecularDynamics -Until (New-PathEnsemble -VisitAll $A,$B) -Seed 1
            $frames
            $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.6,-0.4,-0.2 | New-MoveScheme | Start-PathSampling -System $s -InitialPath $frames -Step 20 -Seed 1
            """);
        Frame[] frames = [.. output.OfType<Frame>()];
        Assert.Equal(Enumerable.Range(1, frames.Length).Select(i => (long)i), frames.Select(f => f.Step));
        int[] visits = [.. frames.Select((f, i) => (X: f.Positions[0].X, i)).Where(f => f.X >= 0.7).Select(f => f.i)];
        Assert.Equal([frames.Length - 1], visits);
        Assert.Contains(frames, f => f.Positions[0].X < -0.7);
        Assert.Equal(20, output.OfType<PathStep>().Count());
    }

    [Fact]
    public void A_run_until_a_transition_ends_with_it_and_begins_where_it_may()
    {
        IReadOnlyList<Frame> frames = Script.Run<Frame>(
            Wells + "$s | Start-MolecularDynamics -Until (New-PathEnsemble -Transition $A $B) -ReportInterval 5 -IncludeStart -Seed 2");
        Assert.Equal([0L, 5, 10], frames.Take(3).Select(f => f.Step));
        Assert.True(frames[^1].Positions[0].X >= 0.7);
        int last = frames.ToList().FindLastIndex(f => f.Positions[0].X < -0.7);
        Assert.True(last >= 0 && last < frames.Count - 2);
        Assert.DoesNotContain(frames.Skip(last).SkipLast(1), f => f.Positions[0].X >= 0.7);
    }

    [Fact]
    public void A_run_that_finds_no_path_says_what_it_looked_for_after_its_frames()
    {
        RunResult result = MolShellRunner.Run(
            Wells + "$s | Start-MolecularDynamics -Until (New-PathEnsemble -VisitAll $A,(New-StateVolume $x -Minimum 50 -Name far)) -MaximumFrame 30 -Seed 1");
        Assert.Equal(30, result.Output.Count);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("EnsembleNotReached,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Ran 30 frames [0.6]. Found states [A]. Looking for [far].", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Until (New-PathEnsemble -VisitAll $A,(New-StateVolume (New-CollectiveVariable -Velocity 0) -Minimum -99 -Name fast)) -IncludeStart", "in states A")]
    [InlineData("-Until (New-PathEnsemble -VisitAll $A,$B) -CheckpointPath c.chk", "-CheckpointPath is not for -Until")]
    [InlineData("-Until (New-PathEnsemble -VisitAll $A,$B) -Direction Both -IncludeForce", "-IncludeForce is for runs forward in time")]
    public void A_run_until_an_ensemble_refuses(string arguments, string message) =>
        Assert.Contains(message, Script.Error(Wells + "$s | Start-MolecularDynamics -Seed 1 " + arguments).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_trajectory_without_paths_for_a_network_is_refused_by_name()
    {
        string message = Script.Error(Wells + """
            $frames = $s | Start-MolecularDynamics -Step 2 -ReportInterval 1 -Seed 1 -Temperature 0.0001
            $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.6,30 | New-MoveScheme | Start-PathSampling -System $s -Temperature 0.0001 -InitialPath $frames -MaximumLength 50 -Step 20 -Seed 1
            """).ToString();
        Assert.Contains("The 2 given frames hold no path of the ensemble", message, StringComparison.Ordinal);
        Assert.Contains("state B was never found", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stopped_run_resumes_with_the_same_steps()
    {
        using TemporaryFolder folder = new();
        IReadOnlyList<PathStep> whole = Script.Run<PathStep>(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 40 -Seed 3", folder.Path);
        const string Run = "$scheme | Start-PathSampling -System $s -Step 40 -Path run.molpath ";
        IReadOnlyList<PathStep> begin = Script.Run<PathStep>(Script.DoubleWell + Run + "-Seed 3 | Select-Object -First 15", folder.Path);
        IReadOnlyList<PathStep> rest = Script.Run<PathStep>(Script.DoubleWell + Run + "-Resume", folder.Path);
        Assert.Equal(Enumerable.Range(1, 15).Select(i => (long)i), begin.Select(s => s.Step));
        Assert.Equal(whole.Select(Summary), begin.Concat(rest).Select(Summary));

        static (long, bool, int, int) Summary(PathStep step) => (step.Step, step.Accepted, step.TrialLength, step.PathLength);
    }

    [Fact]
    public void Ctrl_C_leaves_a_file_that_can_be_read_and_resumed()
    {
        using TemporaryFolder folder = new();
        const string Run = "$scheme | Start-PathSampling -System $s -Path run.molpath ";
        RunningScript script = new(Script.DoubleWell + Run + "-Step 1e9 -Seed 5", folder.Path);
        script.WaitForOutputs(20);
        TimeSpan time = script.Stop();
        Assert.True(time < TimeSpan.FromSeconds(1), $"Stopping took {time.TotalMilliseconds} ms; 100 ms are meant, on a machine that is not busy.");
        long kept = Script.Single<int>("(Import-PathSampling run.molpath | Measure-Object).Count", folder.Path);
        Assert.True(kept >= 20);
        PathStep next = Script.Run<PathStep>(Script.DoubleWell + Run + $"-Resume -Step {kept + 1}", folder.Path)[0];
        Assert.Equal(kept + 1, next.Step);
    }

    [Fact]
    public void A_run_file_is_not_replaced_without_force()
    {
        using TemporaryFolder folder = new();
        const string Run = Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 3 -Path run.molpath -Seed 1";
        Assert.Equal(3, Script.Run<PathStep>(Run, folder.Path).Count);
        ErrorRecord error = Script.Error(Run, folder.Path);
        Assert.StartsWith("FileExists,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, Script.Run<PathStep>(Run + " -Force", folder.Path).Count);
    }

    [Fact]
    public void A_file_of_another_run_is_not_resumed()
    {
        using TemporaryFolder folder = new();
        const string Run = Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Path run.molpath ";
        Script.Run<PathStep>(Run + "-Step 3 -Seed 1", folder.Path);
        ErrorRecord error = Script.Error(Run + "-Step 6 -Seed 2 -Resume", folder.Path);
        Assert.StartsWith("InvalidRunFile,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("its seed is 1, not 2", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_samples_and_writes_nothing()
    {
        using TemporaryFolder folder = new();
        Assert.Empty(Script.Run<PathStep>(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 3 -Path run.molpath -WhatIf", folder.Path));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("$first")]
    [InlineData("$first.Trajectory")]
    [InlineData("($first.Trajectory | ForEach-Object { $_ })")]
    public void A_given_path_begins_the_run(string path)
    {
        using TemporaryFolder folder = new();
        PathStep first = Script.Single<PathStep>(Script.DoubleWell + $"""
            $first = $scheme | Start-PathSampling -System $s -Step 1 -Seed 1
            $first
            $scheme | Start-PathSampling -System $s -Step 0 -Seed 9 -InitialPath {path} -Path run.molpath
            """, folder.Path);
        using PathStore store = PathStore.OpenToRead(folder.File("run.molpath"));
        Assert.Equal(first.Trajectory.Select(f => f.Positions[0]), Assert.Single(store.ReadInitial()).Trajectory.Select(f => f.Positions[0]));
    }

    [Fact]
    public void A_path_of_other_things_is_refused() => Assert.Contains(
        "Cannot bind parameter 'InitialPath'",
        Script.Error(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 1 -InitialPath 1,2").ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void States_that_are_never_found_are_named()
    {
        ErrorRecord error = Script.Error("""
            $s = New-ToySystem Harmonic -Temperature 0.01
            $x = New-CollectiveVariable -Coordinate 0
            $A = New-StateVolume $x -Maximum 0.05 -Name A
            $B = New-StateVolume $x -Minimum 1000 -Name B
            New-PathNetwork $A $B | New-MoveScheme | Start-PathSampling -System $s -Step 1 -Seed 1
            """);
        Assert.StartsWith("PathSamplingFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("state B was never found", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1,2,3,4,5,6,7,8,9,10")]
    [InlineData("-First 3", "1,2,3")]
    [InlineData("-Last 2", "9,10")]
    [InlineData("-Skip 4 -First 3", "5,6,7")]
    [InlineData("-Stride 4", "1,5,9")]
    [InlineData("-Skip 1 -Last 4 -Stride 3", "7,10")]
    public void Steps_are_read_as_asked(string arguments, string steps)
    {
        using TemporaryFolder folder = new();
        Script.Run<PathStep>(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 10 -Path run.molpath -Seed 1", folder.Path);
        IReadOnlyList<PathStep> read = Script.Run<PathStep>("Import-PathSampling *.molpath " + arguments, folder.Path);
        Assert.Equal(steps, string.Join(',', read.Select(s => s.Step)));
    }

    [Fact]
    public void Run_files_come_by_pipeline_and_by_property()
    {
        using TemporaryFolder folder = new();
        Script.Run<PathStep>(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 2 -Path run.molpath -Seed 1", folder.Path);
        Assert.Equal(2, Script.Run<PathStep>("'run.molpath' | Import-PathSampling", folder.Path).Count);
        Assert.Equal(2, Script.Run<PathStep>("Import-PathSampling -LiteralPath run.molpath", folder.Path).Count);
    }

    [Fact]
    public void A_file_may_be_damaged_and_the_others_are_read()
    {
        using TemporaryFolder folder = new();
        Script.Run<PathStep>(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 2 -Path b.molpath -Seed 1", folder.Path);
        File.WriteAllText(folder.File("a.molpath"), "damaged");
        Host.RunResult result = Host.MolShellRunner.RunIn(folder.Path, "Import-PathSampling *.molpath");
        Assert.Single(result.Errors);
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void Running_statistics_come_every_so_many_steps()
    {
        IReadOnlyList<PathStatistic> statistics = Script.Run<PathStatistic>(
            Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 10 -Seed 1 | Measure-PathStatistic -Every 4");
        Assert.Equal([4, 8, 10], statistics.Select(s => s.Steps));
    }

    [Fact]
    public void Densities_are_of_one_or_two_variables()
    {
        PathDensity density = Script.Single<PathDensity>(Script.DoubleWell + """
            $v = New-CollectiveVariable -Velocity 0 -Name v
            $scheme | Start-PathSampling -System $s -Step 10 -Seed 1 | Measure-PathDensity $x,$v -BinWidth 0.2
            """);
        Assert.Equal(["x", "v"], density.Variables);
        Assert.Equal(10, density.Steps);
        Assert.Equal(0.2, density.XEdges[1] - density.XEdges[0], 1e-12);
    }

    [Fact]
    public void Rejected_trials_are_kept_when_asked_for()
    {
        using TemporaryFolder folder = new();
        Script.Run<PathStep>(Script.DoubleWell + "$scheme | Start-PathSampling -System $s -Step 20 -Path run.molpath -Seed 1 -KeepRejected", folder.Path);
        using PathStore store = PathStore.OpenToRead(folder.File("run.molpath"));
        Assert.All(store.ReadSteps().Where(s => !s.Accepted), s => Assert.NotNull(s.Trial));
    }
}
