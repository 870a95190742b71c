using System.Diagnostics;
using System.Runtime.CompilerServices;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Tests.Paths.Storage;

/// <summary>This program as another process that samples paths into a run file, for ever, until it is killed.</summary>
internal static class ChildProcess
{
    private const string Variable = "MOLSHELL_TEST_RUN_FILE";
    private const string KindVariable = "MOLSHELL_TEST_RUN_KIND";
    private const ulong Seed = 12;

    public static MoveScheme Scheme { get; } = CreateScheme();

    /// <summary>Interfaces between the wells.</summary>
    public static MoveScheme Interfaces { get; } = CreateInterfaces();

    /// <summary>What a child samples.</summary>
    public enum Kind
    {
        /// <summary>Paths of the simple toy between its two wells.</summary>
        TwoWells,

        /// <summary>Paths from one well over interfaces, with replica exchange and minus moves, by two workers.</summary>
        ReplicaExchange,

        /// <summary>The same with infinite swapping.</summary>
        InfiniteSwapping,
    }

    public static Process Start(string runFile, Kind kind = Kind.TwoWells)
    {
        string program = Path.ChangeExtension(typeof(ChildProcess).Assembly.Location, null) + (OperatingSystem.IsWindows() ? ".exe" : string.Empty);
        ProcessStartInfo info = new(program) { RedirectStandardError = true };
        info.Environment[Variable] = runFile;
        info.Environment[KindVariable] = kind.ToString();
        return Process.Start(info) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Begins the run, or goes on with it where the file exists.</summary>
    public static PathSamplingRun Open(string runFile, BuiltInEngine engine, Kind kind = Kind.TwoWells)
    {
        MoveScheme scheme = kind == Kind.TwoWells ? Scheme : Interfaces;
        PathSamplingOptions options = new()
        {
            Workers = kind == Kind.TwoWells ? 1 : 2,
            InfiniteSwapping = kind == Kind.InfiniteSwapping,
        };
        return File.Exists(runFile)
            ? PathSamplingRun.Resume(runFile, scheme, engine, Seed, options)
            : PathSamplingRun.Create(runFile, scheme, engine, InitialPaths(scheme, engine), Seed, options);
    }

    public static BuiltInEngine CreateEngine() => new(new ToyBuilder { Potential = ToyPotential.TwoWells }.Build(), 10);

    // A module initialiser runs before the entry point, which belongs to the test runner. Until it ends, no other thread may run code of this
    // module; so workers use the built-in engine.
    [ModuleInitializer]
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } runFile)
        {
            return;
        }

        Kind kind = Enum.Parse<Kind>(Environment.GetEnvironmentVariable(KindVariable)!);
        using BuiltInEngine engine = CreateEngine();
        using PathSamplingRun run = Open(runFile, engine, kind);
        long last = run.Run(long.MaxValue / 2).Last().Step;
        Environment.Exit(last > 0 ? 0 : 1);
    }

    private static MoveScheme CreateScheme()
    {
        Coordinate x = new(0);
        StateVolume a = StateVolume.Interval(x, null, -0.5, "A");
        StateVolume b = StateVolume.Interval(x, 0.5, null, "B");
        return MoveScheme.Create(PathNetwork.Tps([a, b], [a, b]), new MoveSchemeOptions { ReversalWeight = MoveScheme.DefaultReversalWeight });
    }

    private static MoveScheme CreateInterfaces()
    {
        Coordinate x = new(0);
        return MoveScheme.Create(PathNetwork.Tis(
            new InterfaceSet(StateVolume.Interval(x, null, -0.5, "A"), [-0.5, -0.4, -0.3]), StateVolume.Interval(x, 0.5, null, "B")));
    }

    private static SampleSet InitialPaths(MoveScheme scheme, BuiltInEngine engine) => scheme == Scheme
        ? new SampleSet([new PathSample(scheme.Ensembles[0], Initial(engine.System))])
        : new SampleSet(scheme.Ensembles.Select((e, i) => new PathSample(e, InitialPathFinder.FromDynamics(e, _ => CreateEngine()), i)));

    // A straight path between the wells; sampling forgets it soon.
    private static Trajectory Initial(MolecularSystem system) => Trajectory.FromFrames(Enumerable.Range(0, 11).Select(i => system.Start with
    {
        Positions = [new(-0.55 + (0.11 * i), 0, 0)],
        Velocities = [new(0.5, 0, 0)],
    }));
}
