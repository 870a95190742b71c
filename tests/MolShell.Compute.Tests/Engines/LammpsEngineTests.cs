using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Lammps;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

public sealed class LammpsEngineTests : IDisposable
{
    private readonly LammpsFiles files = new();

    private LammpsOptions Argon => files.Argon;

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheSystemIsThatOfTheScript()
    {
        using LammpsEngine engine = new(Argon);
        Assert.Equal(216, engine.System.ParticleCount);
        Assert.Equal(["Ar"], engine.System.Topology.TypeNames);
        Assert.Equal(39.948, engine.System.Topology.Masses[7]);
        Assert.Same(UnitSystem.Real, engine.System.Units);
        Assert.Equal(40, engine.FrameInterval);
        Assert.Equal(21.975234, engine.System.Box.B.Y, 1e-12);
        Assert.True(engine.System.Box.IsFullyPeriodic);
        Assert.False(engine.IsStochastic);
        Assert.NotNull(engine.System.Start.Velocities);
    }

    [Fact]
    public void FramesComeInOrderAndRunsRepeatThemselves()
    {
        Frame start;
        using (LammpsEngine engine = new(Argon))
        {
            start = engine.System.Start;
            Frame[] first = GromacsEngineTests.Frames(engine, start, 12);
            Assert.Equal(Enumerable.Range(1, 12).Select(i => 10L * i), first.Select(f => f.Step));
            Assert.Equal(120, first[2].Time);
            Assert.Equal(first[11].Positions, GromacsEngineTests.Frames(engine, start, 12)[11].Positions);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Argon.WorkPath!));
    }

    [Fact]
    public void NegatedVelocitiesRunBackward()
    {
        using LammpsEngine engine = new(Argon);
        Frame start = engine.System.Start;
        Frame[] there = GromacsEngineTests.Frames(engine, start, 20);
        Frame[] back = GromacsEngineTests.Frames(engine, there[^1].Reversed(), 20);
        double deviation = GromacsEngineTests.Deviation(start, back[^1]);
        Assert.True(deviation < 1e-9, $"rms {deviation} Angstrom after 200 steps there and back");
        Assert.True(GromacsEngineTests.Deviation(start, there[^1]) > 0.1, "Nothing moved.");
    }

    [Fact]
    public void EnergyAndForcesAreThoseOfTheBuiltInDynamics()
    {
        using LammpsEngine engine = new(Argon);
        MolecularSystem same = engine.System.AddForce(new PairForce<LennardJones>(new LennardJones(0.2385, 3.4, 8.5, shifted: false)));
        IntegratorSettings integrator = new() { Kind = IntegratorKind.VelocityVerlet, TimeStep = 4 };
        using BuiltInEngine own = new(same, 10, integrator, precision: Precision.Double);
        Frame theirs = GromacsEngineTests.Frames(engine, engine.System.Start, 5)[4];
        Frame ours = GromacsEngineTests.Frames(own, engine.System.Start, 5)[4];
        double deviation = GromacsEngineTests.Deviation(theirs, ours);
        Assert.True(deviation < 1e-5, $"rms {deviation} Angstrom after 50 steps");
    }

    [Fact]
    public void NoiseFollowsFromTheKey()
    {
        files.AddBath();
        using LammpsEngine engine = new(Argon with { Temperature = null });
        Assert.True(engine.IsStochastic);
        Assert.Equal(120, engine.Temperature);
        Frame[] one = GromacsEngineTests.Frames(engine, engine.System.Start, 3, 1);
        Assert.Equal(one[2].Positions, GromacsEngineTests.Frames(engine, engine.System.Start, 3, 1)[2].Positions);
        Assert.NotEqual(one[2].Positions, GromacsEngineTests.Frames(engine, engine.System.Start, 3, 2)[2].Positions);
    }

    [Theory]
    [InlineData("run 100", "line 12: run 100; expected a script that builds")]
    [InlineData("fix bath all nvt temp 120 120 100", "expected fix nve alone or with langevin")]
    [InlineData("fix bath all langevin 120 120 1000 48279", "expected ${seed} as its seed")]
    [InlineData("fix bath all langevin 120 140 1000 ${seed}", "expected the same temperature")]
    [InlineData("units si", "expected units real, metal or lj")]
    [InlineData("run_style respa 2 2", "expected verlet")]
    [InlineData("variable f equal ramp(0,1)", "expected no variable that depends on time")]
    [InlineData("variable f equal 2*step", "expected no variable that depends on time")]
    [InlineData("shell touch broken", "expected a script that builds")]
    [InlineData("pair_coeff 1 2 3 4 5 6 7 8", "LAMMPS refused")]
    public void ScriptsThatPathsCannotBeMadeWithAreRefused(string line, string expected)
    {
        File.AppendAllText(Argon.InputScript, line + "\n");
        string message = Assert.Throws<EngineException>(() => new LammpsEngine(Argon)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("argon.lmp", message, StringComparison.Ordinal);
        Assert.False(File.Exists(files["broken"]));
    }

    [Fact]
    public void MissingProgramsAndChangedInputAreRefused()
    {
        Assert.Contains(
            "'no-such-lmp' was not found",
            Assert.Throws<EngineException>(() => new LammpsEngine(Argon with { Executable = ["no-such-lmp"] })).Message,
            StringComparison.Ordinal);
        using LammpsEngine engine = new(Argon);
        File.AppendAllText(Argon.Data[0], "\n");
        Assert.Contains(
            "argon.data' was changed",
            Assert.Throws<EngineException>(() => engine.Begin(engine.System.Start, new RandomKey(1))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DynamicsThatBlowsUpIsAFaultOfTheTrialAndTheNextOneRuns()
    {
        using LammpsEngine engine = new(Argon);
        Frame start = engine.System.Start;
        Vec3[] positions = [.. start.Positions];
        positions[1] = positions[0] + new Vec3(0.1, 0, 0);
        using (IEngineRun run = engine.Begin(start with { Positions = positions }, new RandomKey(1)))
        {
            Assert.Throws<SimulationException>(() => Enumerable.Range(0, 100).Select(_ => run.Next(TestContext.Current.CancellationToken)).Last());
        }

        Assert.Equal(5, GromacsEngineTests.Frames(engine, start, 5).Length);
    }

    [Fact]
    public void AProgramThatEndsWhileItWaitsIsReplaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Programs are found through /proc.");
        using LammpsEngine engine = new(Argon);
        Vec3[] expected = GromacsEngineTests.Frames(engine, engine.System.Start, 3)[^1].Positions;

        // Beside it there may be a helper of MPI.
        (int program, _) = Assert.Single(RunningPrograms.In(files.Folder), p => p.Arguments.Contains("-nocite"));
        ProcessSignal.Send(program, group: false, ProcessSignal.Kill);
        Assert.Equal(expected, GromacsEngineTests.Frames(engine, engine.System.Start, 3)[^1].Positions);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void PathsAreSampledAndResumed(bool oneWay)
    {
        if (oneWay)
        {
            files.AddBath(500);
        }

        using LammpsEngine engine = new(Argon);
        Distance distance = new(0, 1);
        StateVolume[] states = [StateVolume.Interval(distance, null, 4.2, "Near"), StateVolume.Interval(distance, 5, null, "Far")];
        MoveScheme scheme = MoveScheme.Create(
            PathNetwork.Tps(states, states),
            oneWay ? null : new MoveSchemeOptions { Shooting = ShootingKind.TwoWay, Modifier = VelocityModifier.Random() });
        PathEnsemble ensemble = scheme.Ensembles[0];
        Trajectory initial = InitialPathFinder.FromDynamics(
            ensemble, engine, new InitialPathOptions { Seed = 1 }, null, TestContext.Current.CancellationToken);
        SampleSet start = new([new PathSample(ensemble, initial)]);
        string file = files["run.molpath"];
        List<PathStep> steps = [];
        using (PathSamplingRun run = PathSamplingRun.Create(file, scheme, engine, start, 5))
        {
            steps.AddRange(run.Run(8, TestContext.Current.CancellationToken));
        }

        using (PathSamplingRun run = PathSamplingRun.Resume(file, scheme, engine))
        {
            steps.AddRange(run.Run(8, TestContext.Current.CancellationToken));
        }

        Assert.Contains(steps, s => s.Accepted);
        Assert.All(steps, s => Assert.Null(ensemble.Diagnose(s.Trajectory)));
        using PathSamplingRun whole = PathSamplingRun.Create(files["whole.molpath"], scheme, engine, start, 5);
        Assert.Equal(
            steps.Select(s => (s.Accepted, s.TrialLength, s.PathLength)),
            whole.Run(16, TestContext.Current.CancellationToken).Select(s => (s.Accepted, s.TrialLength, s.PathLength)));
    }
}
