using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MolShell.Compute.Dynamics;
using MolShell.Compute.IO;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>
/// GROMACS as an engine. Each run is a run of "gmx mdrun" in a folder of its own, whose trajectory is read while it is written; when enough
/// frames were taken the program is asked to end, and the folder is removed. "gmx grompp" runs when the engine is made; the start and the seed of
/// a run are then put into the file that it made. Frames are in GROMACS' precision and with its wrapping into
/// the box. Dynamics is md-vv, with or without v-rescale, or sd; the noise of a run follows from its key. Runs may be under way at the same
/// time, also on several threads.
/// </summary>
/// <remarks>
/// The velocities of sd are those of half a step before the positions, so that backward runs have an error of the order of the time step,
/// which md-vv has not.
/// </remarks>
public sealed class GromacsEngine : ISimulationEngine
{
    private const string Prefix = "molshell-gromacs-";

    private readonly GromacsOptions options;
    private readonly GromacsInputs inputs;
    private readonly GromacsDynamics dynamics;
    private readonly GromacsProgram program;
    private readonly string processedTopology;
    private readonly ImmutableArray<DistanceConstraint> constraints;
    private readonly int degreesOfFreedom;
    private readonly RunInputTemplate? template;
    private readonly EndingProcesses ending = new();

    /// <summary>Checks the input and lets grompp check it.</summary>
    /// <param name="options">Files and choices.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="EngineException">The program is missing, or the input is not one that paths can be made of; says what to change.</exception>
    /// <exception cref="InvalidDataException">The structure file is damaged.</exception>
    public GromacsEngine(GromacsOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        inputs = GromacsInputs.Read(options);
        dynamics = GromacsDynamics.Check(new MdpFile(inputs.Parameters.Text, inputs.Parameters.Path), options.StepsPerFrame);
        program = new GromacsProgram(options);
        using StringReader reader = new(inputs.Structure.Text);
        GroFile structure = GroFile.Read(reader, inputs.Structure.Path);
        WorkFolder.RemoveOrphans(WorkPath, Prefix);
        using WorkFolder folder = WorkFolder.Create(WorkPath, Prefix);
        processedTopology = program.Preprocess(folder, inputs, dynamics.ForShot(1, 0, isProcessed: false), null, null, cancellation);
        TprDump contents = program.Describe(folder, cancellation);
        if (contents.Topology.ParticleCount != structure.Positions.Length)
        {
            throw new EngineException(FormattableString.Invariant(
                $"'{inputs.Structure.Path}' has {structure.Positions.Length} atoms and the topology {contents.Topology.ParticleCount}."));
        }

        constraints = contents.Constraints;
        degreesOfFreedom = contents.DegreesOfFreedom;
        System = new MolecularSystem
        {
            Name = Path.GetFileNameWithoutExtension(inputs.Structure.Path),
            Start = new Frame
            {
                Topology = contents.Topology,
                Box = BoxOf(structure.Box),
                Units = UnitSystem.Gromacs,
                Positions = structure.Positions,
                Velocities = structure.Velocities,
                DegreesOfFreedom = degreesOfFreedom,
            },
        }.Validate();
        template = FindTemplate(folder, cancellation);
    }

    public string Name => "GROMACS";

    public MolecularSystem System { get; }

    public int StepsPerFrame => dynamics.StepsPerFrame;

    public double FrameInterval => StepsPerFrame * dynamics.TimeStep;

    public double? Temperature => options.Temperature ?? dynamics.BathTemperature;

    public bool IsStochastic => dynamics.BathTemperature is not null;

    public bool HasConstraints => constraints.Length > 0;

    internal GromacsProgram Program => program;

    private string WorkPath => options.WorkPath ?? Path.GetTempPath();

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}({dynamics.Integrator}, dt={dynamics.TimeStep:R}, every {StepsPerFrame}, T={Temperature:R}, topology {HashOf(processedTopology)}, ")
        + $"structure {inputs.Structure.Hash}, parameters {HashOf(dynamics.ForShot(0, 0))}"
        + (inputs.Index is null ? ")" : $", index {inputs.Index.Hash})");

    public Frame Prepare(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Vec3[]? velocities = (Vec3[]?)frame.Velocities?.Clone();
        if (velocities is not null)
        {
            ConstraintProjection.Project(velocities, frame, constraints);
            if (dynamics.RemovesMomentum)
            {
                MaxwellBoltzmann.RemoveMomentum(frame.Topology, velocities);
            }
        }

        return frame with
        {
            Positions = Array.ConvertAll(frame.Positions, Rounded),
            Velocities = velocities is null ? null : Array.ConvertAll(velocities, Rounded),
            DegreesOfFreedom = degreesOfFreedom,
        };
    }

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

        inputs.RequireUnchanged();
        return new GromacsRun(this, start, SeedOf(key), options);
    }

    public void Dispose() => ending.Dispose();

    /// <summary>Makes the folder of a run and starts it.</summary>
    internal (WorkFolder Folder, ExternalProcess Process) Launch(Frame start, int seed, CancellationToken cancellation)
    {
        WorkFolder folder = WorkFolder.Create(WorkPath, Prefix);
        try
        {
            if (template is null)
            {
                Preprocess(folder, start, seed, cancellation);
            }
            else
            {
                File.WriteAllBytes(folder[GromacsProgram.RunInput], template.With(start, seed));
            }

            return (folder, program.Run(folder));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Lets grompp make the run input file of a run.</summary>
    internal void Preprocess(WorkFolder folder, Frame start, int seed, CancellationToken cancellation)
    {
        const string startFile = "start.trr";
        using (TrrWriter writer = new(folder[startFile], !TrrWriter.FitsSingle(start)))
        {
            writer.Write(start with { Step = 0, Time = 0 });
        }

        // One frame more than is taken, so that the program does not end by itself while the last one is read.
        long steps = options.MaximumFrames is int frames ? (frames + 1L) * StepsPerFrame : -1;
        program.Preprocess(folder, inputs, dynamics.ForShot(seed, steps), processedTopology, startFile, cancellation);
    }

    /// <summary>Ends a run without waiting for it.</summary>
    internal void Retire(ExternalProcess process, WorkFolder folder) => ending.Add(process, folder);

    internal Frame ToFrame(TrrFrame frame) =>
        frame.ToFrame(System.Topology, System.Box) with { DegreesOfFreedom = degreesOfFreedom };

    // Always with the same velocities, since grompp may choose the length of neighbour lists by them.
    private RunInputTemplate? FindTemplate(WorkFolder folder, CancellationToken cancellation)
    {
        if (System.Start.Velocities is null && Temperature is null)
        {
            return null;
        }

        Frame start = EngineStart.Of(this, new RandomKey(0));
        Preprocess(folder, start, RunInputTemplate.Seed, cancellation);
        return RunInputTemplate.Find(File.ReadAllBytes(folder[GromacsProgram.RunInput]), start);
    }

    private static Vec3 Rounded(Vec3 v) => new((float)v.X, (float)v.Y, (float)v.Z);

    private static string HashOf(string text) => InputFile.HashOf(Encoding.UTF8.GetBytes(text));

    // GROMACS takes positive 31-bit seeds; -1 would draw one.
    private static int SeedOf(RandomKey key) => (int)(key.Derive(RandomStream.Thermostat).Value & 0x7fff_fffe) + 1;

    // Edges as GROMACS writes them, so that frames have the box of the start.
    private Box BoxOf(Box box)
    {
        if (!box.IsPeriodic || dynamics.Periodicity == "no")
        {
            return dynamics.Periodicity == "no" ? Box.Open : throw new EngineException(
                $"'{inputs.Structure.Path}' has no box, and '{inputs.Parameters.Path}' has pbc = {dynamics.Periodicity}; expected a box or pbc = no.");
        }

        return Box.Triclinic(Rounded(box.A), Rounded(box.B), Rounded(box.C), true, true, dynamics.Periodicity == "xyz");
    }
}
