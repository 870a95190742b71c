using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.IO;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

[Trait("Category", "Validation")]
public sealed class GromacsValidationTests : IDisposable
{
    private readonly GromacsFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void RigidWaterRunsBackwardAndKeepsItsConstraints()
    {
        using GromacsEngine engine = new(files.MakeWater());
        Assert.True(engine.HasConstraints);
        Assert.Equal(["O", "H"], engine.System.Topology.TypeNames);
        Assert.Equal((639 * 3) - 639 - 3, engine.System.Start.DegreesOfFreedom);
        Assert.Equal(426, engine.System.Topology.Bonds.Length);

        // Coordinates of the .gro are rounded to 0.001 nm: frame 1 of a run is the first that satisfies the constraints.
        Frame rounded = engine.Prepare(engine.System.Start with { Velocities = Draw(engine.System.Start, 300, 1) });
        Frame[] relaxed = GromacsEngineTests.Frames(engine, rounded, 5);
        Frame start = engine.Prepare(relaxed[^1] with { Velocities = Draw(relaxed[^1], 300, 2) });
        Assert.True(Violation(engine, start, (0, 1), (0, 2), (1, 2)) < 1e-5, $"{Violation(engine, start, (0, 1), (0, 2), (1, 2))} nm/ps along constraints after the projection");

        // What rounding begins, the motion of the molecules magnifies: the longer there and back, the more.
        foreach ((int frames, double most) in new[] { (2, 1e-6), (5, 5e-6), (20, 1e-3) })
        {
            Frame[] there = GromacsEngineTests.Frames(engine, start, frames);
            Frame[] back = GromacsEngineTests.Frames(engine, there[^1].Reversed(), frames);
            double deviation = GromacsEngineTests.Deviation(start, back[^1]);
            TestContext.Current.SendDiagnosticMessage($"rms {deviation} nm after {10 * frames} steps there and back");
            Assert.True(deviation < most, $"rms {deviation} nm after {10 * frames} steps there and back");
            Assert.True(GromacsEngineTests.Deviation(start, there[^1]) > 3e-4 * frames, "Nothing moved.");
        }
    }

    [Fact]
    public void BondsHeldByLincsRunBackward()
    {
        GromacsOptions water = files.MakeWater();
        foreach ((string name, string value) in new[] { ("define", "-DFLEXIBLE"), ("dt", "0.001"), ("lincs-order", "8"), ("lincs-iter", "4") })
        {
            files.WithParameter("water.mdp", name, value);
        }

        using GromacsEngine engine = new(water);
        Assert.Equal((639 * 3) - 426 - 3, engine.System.Start.DegreesOfFreedom);
        Frame rounded = engine.Prepare(engine.System.Start with { Velocities = Draw(engine.System.Start, 300, 1) });
        Frame relaxed = GromacsEngineTests.Frames(engine, rounded, 5)[^1];
        Frame start = engine.Prepare(relaxed with { Velocities = Draw(relaxed, 300, 2) });
        Assert.True(Violation(engine, start, (0, 1), (0, 2)) < 1e-5);
        Frame[] there = GromacsEngineTests.Frames(engine, start, 5);
        double deviation = GromacsEngineTests.Deviation(start, GromacsEngineTests.Frames(engine, there[^1].Reversed(), 5)[^1]);
        TestContext.Current.SendDiagnosticMessage($"rms {deviation} nm after 50 steps there and back");
        Assert.True(deviation < 1e-5, $"rms {deviation} nm after 50 steps there and back");
        Assert.True(GromacsEngineTests.Deviation(start, there[^1]) > 1e-3, "Nothing moved.");
    }

    [Fact]
    public void ProjectedVelocitiesHaveTheTemperatureOfTheConstrainedSystem()
    {
        using GromacsEngine engine = new(files.MakeWater());
        Frame start = engine.System.Start;
        const int Draws = 100;
        double mean = Enumerable.Range(0, Draws).Average(i =>
            engine.Prepare(start with { Velocities = Draw(start, 300, 100 + (ulong)i) }).WithKineticEnergy().Temperature!.Value);

        // K is a sum of f/2 squares: its relative standard deviation is sqrt(2/f), and sqrt(2/f/n) that of the mean.
        double sigma = 300 * Math.Sqrt(2.0 / start.DegreesOfFreedom!.Value / Draws);
        Assert.True(Math.Abs(mean - 300) < 4 * sigma, $"{mean} K, expected 300 within 4 sigma = {4 * sigma} K");
    }

    [Fact]
    public void HundredForcedStopsLeaveNoTornFrame()
    {
        using GromacsEngine engine = new(files.Argon);
        System.Random random = new(5);
        Frame at = engine.Prepare(engine.System.Start);
        int extra = 0;
        for (int stop = 0; stop < 100; stop++)
        {
            int count = random.Next(1, 30);
            (WorkFolder folder, ExternalProcess process) = engine.Launch(at, stop + 1, TestContext.Current.CancellationToken);
            using (folder)
            {
                string path = folder[GromacsProgram.Trajectory];
                List<TrrFrame> taken = [];
                using (process)
                {
                    while (!File.Exists(path))
                    {
                        Thread.Sleep(1);
                    }

                    using TrrReader reader = new(path);
                    while (taken.Count <= count)
                    {
                        if (reader.TryRead() is TrrFrame frame)
                        {
                            taken.Add(frame);
                        }
                        else
                        {
                            Assert.False(process.HasExited, process.LastOutput());
                            Thread.Sleep(1);
                        }
                    }

                    process.Stop();
                    Assert.Equal(1, process.ExitCode);
                }

                using TrrReader whole = new(path);
                int frames = 0;
                while (whole.TryRead() is TrrFrame frame)
                {
                    if (frames < taken.Count)
                    {
                        Assert.Equal(taken[frames].Positions, frame.Positions);
                        Assert.Equal(taken[frames].Velocities, frame.Velocities);
                    }

                    Assert.Equal(10L * frames, frame.Step);
                    frames++;
                }

                Assert.Equal(0, whole.Remaining);
                extra += frames - taken.Count;
                at = engine.ToFrame(taken[^1]);
            }
        }

        TestContext.Current.SendDiagnosticMessage($"{extra} frames more than taken in 100 stops");
        Assert.True(extra > 0, "mdrun is always ahead of its reader.");
    }

    private static Vec3[] Draw(Frame frame, double temperature, ulong key) =>
        Compute.Dynamics.MaxwellBoltzmann.Draw(frame.Topology, frame.Units, temperature, new RandomKey(key));

    private static double Violation(GromacsEngine engine, Frame frame, params (int A, int B)[] constraints)
    {
        double worst = 0;
        for (int i = 0; i < frame.ParticleCount; i += 3)
        {
            foreach ((int a, int b) in constraints)
            {
                Vec3 d = engine.System.Box.MinimumImage(frame.Positions[i + a] - frame.Positions[i + b]);
                worst = Math.Max(worst, Math.Abs(Vec3.Dot(d, frame.Velocities![i + a] - frame.Velocities[i + b])) / d.Length());
            }
        }

        return worst;
    }
}
