using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Engines.Gromacs;
using MolShell.Compute.Engines.Lammps;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.IO;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace Benchmarks;

/// <summary>
/// Time of a shot of some frames, one after the other: 216 atoms of liquid argon at constant energy, 10 steps of 4 fs a frame, by GROMACS (one
/// thread), LAMMPS and the built-in dynamics; and the calls of gmx that a shot costs OpenPathSampling and infRETIS: grompp, mdrun until the
/// frames are there, SIGTERM, and the wait for its end.
/// </summary>
internal static class EnginesBenchmark
{
    private const double SecondsPerCase = 3;

    private delegate void MakeShot(ISimulationEngine engine, Frame start, int frames, int shot);

    public static void Run(TextWriter output)
    {
        output.WriteLine("engine              ms a shot of 1 frame   of 25 frames  of 250 frames");
        string data = Path.Combine(AppContext.BaseDirectory, "Data");
        using LammpsEngine? lammps = ExternalProgram.TryFind("lmp") is null ? null : new LammpsEngine(new LammpsOptions
        {
            InputScript = Path.Combine(data, "argon.lmp"),
            Data = [Path.Combine(data, "argon.data")],
            Temperature = 120,
        });
        using GromacsEngine? gromacs = ExternalProgram.TryFind("gmx") is null ? null : new GromacsEngine(new GromacsOptions
        {
            Topology = Path.Combine(data, "argon.top"),
            Structure = Path.Combine(data, "argon.gro"),
            Parameters = Path.Combine(data, "argon.mdp"),
            Temperature = 120,
        });
        if (gromacs is not null)
        {
            Measure("GROMACS", gromacs, Shot, output);
            Measure("as peers call gmx", gromacs, (engine, start, frames, shot) => Calls(gromacs, start, frames, shot), output);
        }

        if (lammps is not null)
        {
            Measure("LAMMPS", lammps, Shot, output);
            MolecularSystem same = lammps.System.AddForce(new PairForce<LennardJones>(new LennardJones(0.2385, 3.4, 8.5, shifted: false)));
            using BuiltInEngine own = new(same, 10, new IntegratorSettings { Kind = IntegratorKind.VelocityVerlet, TimeStep = 4 });
            Measure("built in", own, Shot, output);
        }
    }

    private static void Measure(string name, ISimulationEngine engine, MakeShot make, TextWriter output)
    {
        Frame start = EngineStart.Of(engine, new RandomKey(1));
        double[] times = [.. new[] { 1, 25, 250 }.Select(frames => Milliseconds(engine, start, frames, make))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18}  {times[0],20:f2}  {times[1],13:f2}  {times[2],13:f2}"));
    }

    private static double Milliseconds(ISimulationEngine engine, Frame start, int frames, MakeShot make)
    {
        make(engine, start, frames, 0);
        int shots = 0;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerCase)
        {
            make(engine, start, frames, ++shots);
        }

        return clock.Elapsed.TotalMilliseconds / shots;
    }

    private static void Shot(ISimulationEngine engine, Frame start, int frames, int shot)
    {
        using IEngineRun run = engine.Begin(start, new RandomKey((ulong)shot));
        for (int i = 0; i < frames; i++)
        {
            run.Next(CancellationToken.None);
        }
    }

    private static void Calls(GromacsEngine engine, Frame start, int frames, int shot)
    {
        using WorkFolder folder = WorkFolder.Create(Path.GetTempPath(), "molshell-benchmark-");
        engine.Preprocess(folder, start, shot + 1, CancellationToken.None);
        using ExternalProcess process = engine.Program.Run(folder);
        string file = folder[GromacsProgram.Trajectory];
        while (!File.Exists(file))
        {
            Thread.Sleep(1);
        }

        // The first frame repeats the start.
        using TrrReader reader = new(file);
        for (int read = 0; read <= frames;)
        {
            if (reader.TryRead() is null)
            {
                Thread.Sleep(1);
            }
            else
            {
                read++;
            }
        }

        process.Stop();
    }
}
