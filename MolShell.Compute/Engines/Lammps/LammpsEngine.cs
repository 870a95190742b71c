using System.Collections.Concurrent;
using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>
/// LAMMPS as an engine. The program is started once and told over its standard input what to run; it makes a few frames more than were asked
/// for, which are thrown away. Frames are in double precision and not wrapped into the box. Dynamics is fix nve, alone or with langevin or temp/csvr,
/// whose noise follows from the key of a run. Several programs run where several runs are under way at the same time.
/// </summary>
public sealed class LammpsEngine : ISimulationEngine
{
    private const string Prefix = "molshell-lammps-";

    // Differences of masses that are not worth the name of another element [amu].
    private const double MassTolerance = 0.05;

    // Of the generator that LAMMPS uses, of Marsaglia.
    private const ulong GreatestSeed = 900_000_000;

    private readonly LammpsOptions options;
    private readonly ExternalProgram program;
    private readonly InputFile script;
    private readonly InputFile[] data;
    private readonly LammpsScript contents;
    private readonly LammpsSnapshot shape;
    private readonly double timeStep;
    private readonly ConcurrentBag<LammpsProcess> idle = [];
    private readonly EndingProcesses ending = new();

    /// <summary>Checks the script and lets LAMMPS build the system once.</summary>
    /// <param name="options">Files and choices.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="EngineException">The program is missing, or the input is not one that paths can be made of; says what to change.</exception>
    public LammpsEngine(LammpsOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StepsPerFrame, 1);
        this.options = options;
        script = InputFile.Read(options.InputScript, "input script");
        data = [.. options.Data.Select(file => InputFile.Read(file, "data"))];
        contents = new LammpsScript(script.Text, script.Path);
        program = ExternalProgram.Find(options.Executable);
        WorkFolder.RemoveOrphans(options.WorkPath ?? Path.GetTempPath(), Prefix);
        LammpsProcess process = new(options, program, Prefix);
        try
        {
            shape = process.Begin(script.Text, 1, null, null, cancellation);
            timeStep = process.TimeStep();
        }
        catch
        {
            process.Dispose();
            throw;
        }

        idle.Add(process);
        System = new MolecularSystem
        {
            Name = Path.GetFileNameWithoutExtension(script.Path),
            Start = new Frame
            {
                Topology = TopologyOf(shape, contents.Units),
                Box = shape.ToBox(),
                Units = contents.Units,
                Positions = shape.Positions,
                Velocities = shape.Velocities.All(v => v == Vec3.Zero) ? null : shape.Velocities,
            },
        }.Validate();
    }

    public string Name => "LAMMPS";

    public MolecularSystem System { get; }

    public int StepsPerFrame => options.StepsPerFrame;

    public double FrameInterval => StepsPerFrame * timeStep;

    public double? Temperature => options.Temperature ?? contents.BathTemperature;

    public bool IsStochastic => contents.BathTemperature is not null;

    /// <summary>The units that an input script sets.</summary>
    /// <exception cref="EngineException">The script is not one that paths can be made of.</exception>
    public static UnitSystem UnitsOf(LammpsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InputFile script = InputFile.Read(options.InputScript, "input script");
        return new LammpsScript(script.Text, script.Path).Units;
    }

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}(every {StepsPerFrame}, T={Temperature:R}, script {script.Hash}")
        + string.Concat(data.Select(file => $", data {file.Hash}")) + ")";

    public IEngineRun Begin(Frame start, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (start.ParticleCount != System.ParticleCount)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The start has {start.ParticleCount} particles, and the system '{System.Name}' has {System.ParticleCount}."));
        }

        if (start.Velocities is null)
        {
            throw new ArgumentException($"The start of a run of {Name} needs velocities.");
        }

        script.RequireUnchanged();
        foreach (InputFile file in data)
        {
            file.RequireUnchanged();
        }

        return new LammpsRun(this, start, SeedOf(key), options);
    }

    public void Dispose()
    {
        while (idle.TryTake(out LammpsProcess? process))
        {
            process.Dispose();
        }

        ending.Dispose();
    }

    /// <summary>A program that has built the system and begun at a frame.</summary>
    internal LammpsProcess Launch(Frame start, int seed, CancellationToken cancellation)
    {
        while (true)
        {
            bool isNew = !idle.TryTake(out LammpsProcess? process);
            process ??= new LammpsProcess(options, program, Prefix);
            try
            {
                process.Begin(script.Text, seed, start, shape, cancellation);
                return process;
            }
            catch (EngineException) when (!isNew)
            {
                // It ended while it waited, perhaps in frames that nobody asked for: another one takes over.
                process.Retire(ending);
            }
            catch
            {
                process.Retire(ending);
                throw;
            }
        }
    }

    /// <summary>Takes a program back, for the next run; one that failed is ended.</summary>
    internal void Return(LammpsProcess process, bool failed)
    {
        if (failed)
        {
            process.Retire(ending);
        }
        else
        {
            idle.Add(process);
        }
    }

    internal Frame ToFrame(LammpsSnapshot snapshot) => System.Start with
    {
        Step = snapshot.Step,
        Time = snapshot.Step * timeStep,
        Positions = snapshot.Positions,
        Velocities = snapshot.Velocities,
    };

    private static int SeedOf(RandomKey key) => 1 + (int)(key.Derive(RandomStream.Thermostat).Value % GreatestSeed);

    private static Topology TopologyOf(LammpsSnapshot snapshot, UnitSystem units)
    {
        int[] kinds = [.. snapshot.Types.Distinct().Order()];
        return new Topology
        {
            Masses = [.. snapshot.Masses],
            Types = [.. snapshot.Types.Select(type => Array.IndexOf(kinds, type))],
            TypeNames = [.. kinds.Select(kind => NameOf(kind, snapshot.Masses[Array.IndexOf(snapshot.Types, kind)], units))],
        };
    }

    private static string NameOf(int type, double mass, UnitSystem units)
    {
        string? element = ReferenceEquals(units, UnitSystem.Reduced)
            ? null
            : Elements.Symbols.Where(symbol => Math.Abs(Elements.Weight(symbol)!.Value - mass) < MassTolerance).FirstOrDefault();
        return element ?? type.ToString(CultureInfo.InvariantCulture);
    }
}
