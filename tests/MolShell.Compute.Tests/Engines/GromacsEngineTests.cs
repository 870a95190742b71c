using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

public sealed class GromacsEngineTests : IDisposable
{
    private static readonly RandomKey Key = new(7);

    private readonly GromacsFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheSystemIsThatOfTheTopology()
    {
        using GromacsEngine engine = new(files.Argon);
        Assert.Equal(216, engine.System.ParticleCount);
        Assert.Equal(["Ar"], engine.System.Topology.TypeNames);
        Assert.All(engine.System.Topology.Masses, m => Assert.Equal(39.948, m, 1e-9));
        Assert.Equal(10, engine.StepsPerFrame);
        Assert.False(engine.IsStochastic);
        Assert.False(engine.HasConstraints);
        Assert.Equal(120, engine.Temperature);
        Assert.NotNull(engine.System.Start.Velocities);
        Assert.Equal(645, engine.System.Start.DegreesOfFreedom);
        Assert.Same(UnitSystem.Gromacs, engine.System.Units);
    }

    [Fact]
    public void FramesComeInOrderAndTheFolderGoes()
    {
        Frame start;
        using (GromacsEngine engine = new(files.Argon))
        {
            start = engine.Prepare(engine.System.Start);
            Frame[] first = Frames(engine, start, 12);
            Assert.Equal(Enumerable.Range(1, 12).Select(i => 10L * i), first.Select(f => f.Step));
            Assert.All(first, f => Assert.Same(engine.System.Box, f.Box));
            Assert.Equal(0.4, first[9].Time, 1e-6);
            Assert.Equal(first[11].Positions, Frames(engine, start, 12)[11].Positions);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(files.WorkPath));
    }

    [Theory]
    [InlineData("md-vv")]
    [InlineData("sd")]
    public void RunInputFilesAreThoseOfGrompp(string integrator)
    {
        const int Seed = 123_456_789;
        files.AddBath("argon.mdp", "120", integrator);
        using GromacsEngine engine = new(files.Argon);
        Frame start = Frames(engine, engine.Prepare(engine.System.Start), 3)[^1];
        (WorkFolder folder, ExternalProcess process) = engine.Launch(start, Seed, TestContext.Current.CancellationToken);
        using (folder)
        {
            process.Dispose();
            byte[] made = File.ReadAllBytes(folder[GromacsProgram.RunInput]);
            Assert.False(File.Exists(folder["start.trr"]), "This run was prepared by grompp.");
            engine.Preprocess(folder, start, Seed, TestContext.Current.CancellationToken);
            byte[] expected = File.ReadAllBytes(folder[GromacsProgram.RunInput]);

            // Each file has 4 bytes of chance of its own, even if all the input is the same.
            Assert.Equal(expected.Length, made.Length);
            Assert.InRange(made.Zip(expected).Count(pair => pair.First != pair.Second), 0, 4);
        }
    }

    [Fact]
    public void NegatedVelocitiesRunBackward()
    {
        using GromacsEngine engine = new(files.Argon);
        Frame start = engine.Prepare(engine.System.Start);
        Frame[] there = Frames(engine, start, 20);
        Frame[] back = Frames(engine, there[^1].Reversed(), 20);
        Assert.True(Deviation(start, back[^1]) < 2e-6, $"rms {Deviation(start, back[^1])} nm after 200 steps there and back");
        Assert.True(Deviation(there[9], back[9]) < 2e-6);
        Assert.True(Deviation(there[0], back[0]) > 0.01, "Nothing moved.");
    }

    [Fact]
    public void NoiseFollowsFromTheKey()
    {
        files.AddBath("argon.mdp", "120", "sd");
        using GromacsEngine engine = new(files.Argon with { Temperature = null });
        Assert.True(engine.IsStochastic);
        Assert.Equal(120, engine.Temperature);
        Frame start = engine.Prepare(engine.System.Start);
        Frame[] one = Frames(engine, start, 3, 1);
        Assert.Equal(one[2].Positions, Frames(engine, start, 3, 1)[2].Positions);
        Assert.NotEqual(one[2].Positions, Frames(engine, start, 3, 2)[2].Positions);
    }

    [Theory]
    [InlineData("integrator", "md", "integrator = md; expected md-vv or sd: leap-frog")]
    [InlineData("integrator", "steep", "integrator = steep; expected md-vv")]
    [InlineData("continuation", "yes", "continuation = yes; expected no")]
    [InlineData("pcoupl", "parrinello-rahman", "pcoupl = parrinello-rahman; expected no")]
    [InlineData("nstxout", "0", "nstxout = 0; expected the steps from frame to frame")]
    [InlineData("nstvout", "5", "nstvout = 5; expected 10, as nstxout")]
    [InlineData("tcoupl", "nose-hoover", "tcoupl = nose-hoover; expected no or v-rescale")]
    [InlineData("comm_mode", "angular", "comm-mode")]
    [InlineData("awh", "yes", "awh = yes; expected no")]
    [InlineData("pull_coord1_rate", "0.01", "pull-coord1-rate = 0.01; expected 0")]
    [InlineData("delta-lambda", "1e-4", "delta-lambda = 1e-4; expected 0")]
    [InlineData("electric-field-x", "0.1 5 0 0", "electric-field-x = 0.1 5 0 0; expected a constant field")]
    [InlineData("dt", "fast", "dt = fast; expected a number")]
    [InlineData("no-such-parameter", "1", "no-such-parameter")]
    public void ParametersThatPathsCannotBeMadeWithAreRefused(string name, string value, string expected)
    {
        files.WithParameter("argon.mdp", name, value);
        if (name == "tcoupl")
        {
            files.WithParameter("argon.mdp", "ref-t", "120");
        }

        string message = Assert.Throws<EngineException>(() => new GromacsEngine(files.Argon)).Message;
        Assert.Contains(expected, message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("argon.mdp", message, StringComparison.Ordinal);
    }

    [Fact]
    public void DefinesOfTheParametersReachTheTopology()
    {
        const string Line = "1 AR 1 AR AR 1 0.0 39.948\n";
        string text = File.ReadAllText(files["argon.top"]);
        File.WriteAllText(files["argon.top"], text.Replace(Line, $"#ifdef HEAVY\n1 AR 1 AR AR 1 0.0 50\n#else\n{Line}#endif\n", StringComparison.Ordinal));
        files.WithParameter("argon.mdp", "define", "-DHEAVY");
        using GromacsEngine engine = new(files.Argon);
        Assert.All(engine.System.Topology.Masses, m => Assert.Equal(50, m, 1e-9));
        Assert.Single(Frames(engine, engine.Prepare(engine.System.Start), 1));
    }

    [Fact]
    public void MissingProgramsAndFilesAreNamed()
    {
        Assert.Contains(
            "'no-such-gmx' was not found",
            Assert.Throws<EngineException>(() => new GromacsEngine(files.Argon with { Executable = ["no-such-gmx"] })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no.top",
            Assert.Throws<EngineException>(() => new GromacsEngine(files.Argon with { Topology = files["no.top"] })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatGromppRefusesIsTold()
    {
        File.WriteAllText(files["argon.top"], File.ReadAllText(files["argon.top"]).Replace("AR 216", "AR 215", StringComparison.Ordinal));
        string message = Assert.Throws<EngineException>(() => new GromacsEngine(files.Argon)).Message;
        Assert.Contains("gmx grompp refused", message, StringComparison.Ordinal);
        Assert.Contains("216", message, StringComparison.Ordinal);
        Assert.Contains("215", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedInputIsRefusedBeforeAnythingRuns()
    {
        string before;
        using (GromacsEngine engine = new(files.Argon))
        {
            before = engine.Describe();
            string text = File.ReadAllText(files["argon.top"]);
            File.WriteAllText(files["argon.top"], text.Replace("6.2219e-3", "6.3e-3", StringComparison.Ordinal));
            string message = Assert.Throws<EngineException>(() => engine.Begin(engine.System.Start, Key)).Message;
            Assert.Contains("argon.top' was changed since the engine was made", message, StringComparison.Ordinal);
        }

        using GromacsEngine changed = new(files.Argon);
        Assert.NotEqual(before, changed.Describe());
    }

    [Fact]
    public void DescriptionsFollowTheFilesAlone()
    {
        using GromacsEngine one = new(files.Argon);
        using GromacsEngine two = new(files.Argon with { WorkPath = files["elsewhere"], Threads = 2 });
        Assert.Equal(one.Describe(), two.Describe());
    }

    [Theory]
    [InlineData(FrameLimitAction.Fail)]
    [InlineData(FrameLimitAction.Stop)]
    public void RunsEndAtTheGreatestNumberOfFrames(FrameLimitAction action)
    {
        using GromacsEngine engine = new(files.Argon with { MaximumFrames = 3, OnMaximumFrames = action });
        using IEngineRun run = engine.Begin(engine.Prepare(engine.System.Start), Key);
        for (int i = 0; i < 3; i++)
        {
            run.Next(TestContext.Current.CancellationToken);
        }

        Assert.Equal(action, Assert.Throws<FrameLimitException>(() => run.Next(TestContext.Current.CancellationToken)).Action);
    }

    [Fact]
    public void DynamicsThatBlowsUpIsAFaultOfTheTrial()
    {
        using GromacsEngine engine = new(files.Argon with { StallTime = TimeSpan.FromSeconds(1), Grace = TimeSpan.FromMilliseconds(100) });
        Frame start = engine.Prepare(engine.System.Start);
        Vec3[] positions = [.. start.Positions];
        positions[1] = positions[0] + new Vec3(0.001f, 0, 0);
        using IEngineRun run = engine.Begin(engine.Prepare(start with { Positions = positions }), Key);
        Assert.Throws<Compute.Dynamics.SimulationException>(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                run.Next(TestContext.Current.CancellationToken);
            }
        });
    }

    [Fact]
    public void RunsCanBeCancelled()
    {
        using GromacsEngine engine = new(files.Argon);
        using CancellationTokenSource source = new();
        using IEngineRun run = engine.Begin(engine.Prepare(engine.System.Start), Key);
        run.Next(source.Token);
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            for (int i = 0; i < 100_000; i++)
            {
                run.Next(source.Token);
            }
        });
    }

    [Fact]
    public void WhatDeadProcessesLeftIsRemoved()
    {
        string orphan = Path.Combine(files.WorkPath, "molshell-gromacs-orphan");
        Directory.CreateDirectory(orphan);
        File.WriteAllText(Path.Combine(orphan, "in-use"), string.Empty);
        File.WriteAllText(Path.Combine(orphan, "run.trr"), "torn");
        using GromacsEngine engine = new(files.Argon);
        Assert.False(Directory.Exists(orphan));
    }

    internal static Frame[] Frames(ISimulationEngine engine, Frame start, int count, ulong key = 7)
    {
        using IEngineRun run = engine.Begin(start, new RandomKey(key));
        return [.. Enumerable.Range(0, count).Select(_ => run.Next(TestContext.Current.CancellationToken))];
    }

    /// <summary>Root mean square distance of particles by nearest images [nm].</summary>
    internal static double Deviation(Frame a, Frame b) => Math.Sqrt(
        a.Positions.Zip(b.Positions, (p, q) => a.Box.MinimumImage(p - q).LengthSquared()).Average());
}
