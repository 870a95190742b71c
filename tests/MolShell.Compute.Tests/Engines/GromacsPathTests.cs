using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

/// <summary>Path sampling of two neighbours that leave each other, in argon and in water.</summary>
public sealed class GromacsPathTests : IDisposable
{
    private readonly GromacsFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void TwoWayShootingInArgonAtConstantEnergy() => ShootTwoWays(water: false);

    [Fact]
    [Trait("Category", "Validation")]
    public void TwoWayShootingInWaterAtConstantEnergy() => ShootTwoWays(water: true);

    [Fact]
    public void OneWayShootingInArgonByLangevinDynamics() => ShootOneWay(water: false, "sd");

    [Fact]
    [Trait("Category", "Validation")]
    public void OneWayShootingInWaterWithABath() => ShootOneWay(water: true, "md-vv");

    [Fact]
    [Trait("Category", "Validation")]
    public void CommittorsOfFramesNearTheStatesAreOneSided()
    {
        using GromacsEngine engine = new(files.Argon);
        StateVolume[] states = States(false);
        Trajectory path = InitialPathFinder.FromDynamics(
            Network(false).Ensembles[0], engine, new InitialPathOptions { Seed = 2 }, null, TestContext.Current.CancellationToken);
        CommittorEstimator estimator = new(engine, states, new CommittorOptions { MaximumLength = 2000 });
        CommittorEstimate end = estimator.Estimate(path[^1], new(1), 3, TestContext.Current.CancellationToken);
        Assert.Equal(3, end.Counts[path.Value(Variable(false), path.Count - 1) > 0.45 ? 1 : 0]);
        CommittorEstimate middle = estimator.Estimate(path[path.Count / 2], new(1), 6, TestContext.Current.CancellationToken);
        Assert.Equal(6, middle.Counts.Sum());
    }

    private void ShootTwoWays(bool water)
    {
        using GromacsEngine engine = new(water ? files.MakeWater() : files.Argon);
        MoveSchemeOptions moves = new() { Shooting = ShootingKind.TwoWay, Modifier = VelocityModifier.Random() };
        SampleAndResume(engine, MoveScheme.Create(Network(water), moves));
    }

    private void ShootOneWay(bool water, string integrator)
    {
        GromacsOptions options = water ? files.MakeWater() : files.Argon;
        files.AddBath(water ? "water.mdp" : "argon.mdp", water ? "300" : "120", integrator);
        using GromacsEngine engine = new(options);
        SampleAndResume(engine, MoveScheme.Create(Network(water)));
    }

    private static Distance Variable(bool water) => water ? new Distance(0, 3) : new Distance(0, 1);

    private static StateVolume[] States(bool water) =>
    [
        StateVolume.Interval(Variable(water), null, water ? 0.6 : 0.42, "Near"),
        StateVolume.Interval(Variable(water), water ? 0.7 : 0.5, null, "Far"),
    ];

    private static PathNetwork Network(bool water)
    {
        StateVolume[] states = States(water);
        return PathNetwork.Tps(states, states);
    }

    private void SampleAndResume(GromacsEngine engine, MoveScheme scheme)
    {
        const int Steps = 12;
        string file = files["run.molpath"];
        PathEnsemble ensemble = scheme.Ensembles[0];
        Trajectory initial = InitialPathFinder.FromDynamics(
            ensemble, engine, new InitialPathOptions { Seed = 1 }, null, TestContext.Current.CancellationToken);
        SampleSet start = new([new PathSample(ensemble, initial)]);
        List<PathStep> steps = [];
        PathStoreOptions storage = new() { KeepFrameFiles = true };
        using (PathSamplingRun run = PathSamplingRun.Create(file, scheme, engine, start, 5, storage: storage))
        {
            steps.AddRange(run.Run(Steps / 2, TestContext.Current.CancellationToken));
        }

        // What a kill in the next step leaves.
        string orphan = Path.Combine(file + ".frames", $"{(Steps / 2) + 1:d10}-0.trr");
        File.WriteAllText(orphan, "torn");
        using (PathSamplingRun run = PathSamplingRun.Resume(file, scheme, engine, storage: storage))
        {
            Assert.False(File.Exists(orphan));
            steps.AddRange(run.Run(Steps / 2, TestContext.Current.CancellationToken));
        }

        Assert.Equal(Enumerable.Range(1, Steps).Select(i => (long)i), steps.Select(s => s.Step));
        Assert.Contains(steps, s => s.Accepted);
        Assert.All(steps, s => Assert.Null(ensemble.Diagnose(s.Trajectory)));

        using PathStore store = PathStore.OpenToRead(file);
        foreach ((PathStep made, PathStep stored) in steps.Zip(store.ReadSteps()))
        {
            Assert.Equal(made.Trajectory.Count, stored.Trajectory.Count);
            for (int i = 0; i < made.Trajectory.Count; i++)
            {
                Assert.Equal(made.Trajectory[i].Positions, stored.Trajectory[i].Positions);
                Assert.Equal(made.Trajectory[i].Velocities, stored.Trajectory[i].Velocities);
            }
        }

        // Path files are those of the pieces that trials made, frame by frame; later paths may hold a part of a piece only.
        foreach (FrameSegment piece in steps.SelectMany(s => s.Trajectory.Slices.Select(p => p.Segment).Where(p => p.Id.Step == s.Step)))
        {
            using Compute.IO.TrrReader reader = new(Path.Combine(file + ".frames", $"{piece.Id.Step:d10}-{piece.Id.Part}.trr"));
            for (int i = 0; i < piece.Count; i++)
            {
                Compute.IO.TrrFrame frame = reader.TryRead()!;
                Assert.False(frame.IsDouble);
                Assert.Equal(piece[piece.First + i].Positions, frame.Positions);
                Assert.Equal(piece[piece.First + i].Velocities, frame.Velocities);
            }

            Assert.Equal(0, reader.Remaining);
        }

        // The same run without a stop gives the same bits: GROMACS repeats itself on one thread, and nothing else decides.
        string whole = files["whole.molpath"];
        using PathSamplingRun undisturbed = PathSamplingRun.Create(whole, scheme, engine, start, 5);
        Assert.Equal(
            steps.Select(s => (s.Accepted, s.TrialLength, s.PathLength)),
            undisturbed.Run(Steps, TestContext.Current.CancellationToken).Select(s => (s.Accepted, s.TrialLength, s.PathLength)));
    }
}
