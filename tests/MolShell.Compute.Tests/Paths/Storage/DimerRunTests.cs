using MolShell.Compute.Engines;
using MolShell.Compute.Numerics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

/// <summary>Sampling, storing and resuming with many particles in a periodic box: the dimer of the main example, in a small bath.</summary>
public sealed class DimerRunTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(ShootingKind.OneWay)]
    [InlineData(ShootingKind.TwoWay)]
    public void ResumedRunsWriteTheSameRows(ShootingKind kind)
    {
        MolecularSystem system = new DoubleWellBuilder { ParticleCount = 32, Density = 0.6 }.Build();
        Distance r = new(0, 1);
        StateVolume compact = StateVolume.Interval(r, null, 1.25, "compact");
        StateVolume extended = StateVolume.Interval(r, 1.6, null, "extended");
        MoveScheme scheme = MoveScheme.Create(PathNetwork.Tps([compact], [extended]), new MoveSchemeOptions
        {
            Shooting = kind,
            Modifier = kind == ShootingKind.TwoWay ? VelocityModifier.Random() : null,
        });
        PathEnsemble ensemble = scheme.Network.Ensembles[0];
        Trajectory initial = InitialPathFinder.FromDynamics(
            ensemble, factor => Engine(system, factor), cancellation: TestContext.Current.CancellationToken);
        SampleSet start = new([new PathSample(ensemble, initial)]);

        PathStep[] made;
        using (BuiltInEngine engine = Engine(system, 1))
        using (PathSamplingRun run = PathSamplingRun.Create(files["whole"], scheme, engine, start, 5))
        {
            made = [.. run.Run(60, TestContext.Current.CancellationToken)];
        }

        // Each part has an engine of its own, without the neighbour lists of the part before.
        for (int part = 0; part < 6; part++)
        {
            using BuiltInEngine engine = Engine(system, 1);
            using PathSamplingRun run = part == 0
                ? PathSamplingRun.Create(files["parts"], scheme, engine, start, 5)
                : PathSamplingRun.Resume(files["parts"], scheme, engine, 5);
            Assert.Equal(10, run.Run(10, TestContext.Current.CancellationToken).Count());
        }

        Assert.Equal(RunFiles.Rows(files["whole"]), RunFiles.Rows(files["parts"]));
        Assert.InRange(made.Count(s => s.Accepted), 5, 59);

        using PathStore store = PathStore.OpenToRead(files["whole"]);
        foreach ((PathStep a, PathStep b) in made.Zip(store.ReadSteps()))
        {
            Assert.Null(ensemble.Diagnose(b.Trajectory));
            Frame x = a.Trajectory[a.PathLength / 2];
            Frame y = b.Trajectory[b.PathLength / 2];
            Assert.Equal<Vec3>(x.Positions, y.Positions);
            Assert.Equal<Vec3>(x.Velocities!, y.Velocities!);
            Assert.Equal((x.Step, x.Time, x.Box), (y.Step, y.Time, y.Box));
        }
    }

    private static BuiltInEngine Engine(MolecularSystem system, double factor) =>
        new(system, 5, system.Integrator! with { Temperature = factor * system.Integrator!.Temperature });
}
