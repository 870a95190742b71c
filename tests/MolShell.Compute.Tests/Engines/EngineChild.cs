using System.Diagnostics;
using System.Runtime.CompilerServices;
using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.Engines.Lammps;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Tests.Engines;

/// <summary>
/// This program as another process that samples paths of two atoms of argon that leave each other, over interfaces with replica exchange and
/// minus moves, two shots at a time, by GROMACS or LAMMPS, until it is killed; or until it made so many steps that nobody is there to do so.
/// </summary>
internal static class EngineChild
{
    private const string Variable = "MOLSHELL_TEST_ENGINE_FOLDER";
    private const ulong Seed = 4;
    private const long MostSteps = 1000;

    /// <summary>Starts it with the input in a folder, in which it also keeps its run file.</summary>
    public static Process Start(string folder)
    {
        ProcessStartInfo info = new(Path.ChangeExtension(typeof(EngineChild).Assembly.Location, null)) { RedirectStandardError = true };
        info.Environment[Variable] = folder;
        return Process.Start(info) ?? throw new InvalidOperationException("The child did not start.");
    }

    public static string RunFile(string folder) => Path.Combine(folder, "run.molpath");

    /// <summary>LAMMPS where the folder has a script, else GROMACS.</summary>
    public static ISimulationEngine CreateEngine(string folder) => IsLammps(folder)
        ? new LammpsEngine(LammpsFiles.ArgonIn(folder))
        : new GromacsEngine(GromacsFiles.ArgonIn(folder));

    /// <summary>Begins the run, or goes on with it where the file exists.</summary>
    public static PathSamplingRun Open(string folder, string runFile, ISimulationEngine engine, int workers)
    {
        MoveScheme scheme = MoveScheme.Create(Network(IsLammps(folder) ? 10 : 1));
        PathSamplingOptions options = new() { Workers = workers, MaximumLength = 2000 };
        return File.Exists(runFile)
            ? PathSamplingRun.Resume(runFile, scheme, engine, Seed, options)
            : PathSamplingRun.Create(runFile, scheme, engine, InitialPaths(scheme, engine), Seed, options);
    }

    // A module initialiser runs before the entry point, which belongs to the test runner. Until it ends, no other thread may run code of this
    // module: what workers run is that of the engines.
    [ModuleInitializer]
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            return;
        }

        using ISimulationEngine engine = CreateEngine(folder);
        using PathSamplingRun run = Open(folder, RunFile(folder), engine, workers: 2);
        Environment.Exit(run.Run(MostSteps).Last().Step > 0 ? 0 : 1);
    }

    private static bool IsLammps(string folder) => File.Exists(Path.Combine(folder, "argon.lmp"));

    private static PathNetwork Network(double nanometre)
    {
        Distance distance = new(0, 1);
        StateVolume near = StateVolume.Interval(distance, null, 0.4 * nanometre, "Near");
        StateVolume far = StateVolume.Interval(distance, 0.5 * nanometre, null, "Far");
        return PathNetwork.Tis(new InterfaceSet(near, [0.4 * nanometre, 0.42 * nanometre, 0.45 * nanometre]), far);
    }

    private static SampleSet InitialPaths(MoveScheme scheme, ISimulationEngine engine) => InitialPathFinder.FromDynamics(
        scheme.Ensembles,
        engine,
        _ => new BorrowedEngine(engine),
        new InitialPathOptions { Seed = Seed, FirstFactor = 1, Attempts = 1, MaximumLength = 2000 }).ToSampleSet();
}
