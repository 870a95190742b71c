using System.Globalization;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>The calls of gmx that the engine makes.</summary>
internal sealed class GromacsProgram(GromacsOptions options)
{
    private const string StructureName = "structure.gro";
    private const string IndexName = "index.ndx";
    private const string TopologyName = "topology.top";
    private const string ParameterName = "run.mdp";
    private const string ProcessedName = "processed.top";

    private readonly ExternalProgram program = ExternalProgram.Find(options.Executable);

    public const string RunInput = "run.tpr";

    public const string Trajectory = "run.trr";

    /// <summary>Makes a run input file in a folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="inputs">Structure and index; the topology unless <paramref name="topology"/> is the processed one.</param>
    /// <param name="parameters">Text of the parameter file.</param>
    /// <param name="topology">Text of a topology without includes; null takes the user's file, in its place.</param>
    /// <param name="start">File of one frame that the run begins with; null takes the structure.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The topology with all includes.</returns>
    /// <exception cref="EngineException">grompp refuses; the message has what it said.</exception>
    public string Preprocess(
        WorkFolder folder, GromacsInputs inputs, string parameters, string? topology, string? start, CancellationToken cancellation)
    {
        File.WriteAllBytes(folder[StructureName], [.. inputs.Structure.Contents]);
        File.WriteAllText(folder[ParameterName], parameters);
        List<string> words =
        [
            "grompp", "-f", ParameterName, "-c", StructureName, "-r", StructureName, "-o", RunInput, "-po", "mdout.mdp",
            "-maxwarn", options.MaximumWarnings.ToString(CultureInfo.InvariantCulture),
        ];
        if (topology is null)
        {
            words.AddRange(["-p", inputs.Topology.Path, "-pp", ProcessedName]);
        }
        else
        {
            File.WriteAllText(folder[TopologyName], topology);
            words.AddRange(["-p", TopologyName]);
        }

        if (inputs.Index is not null)
        {
            File.WriteAllBytes(folder[IndexName], [.. inputs.Index.Contents]);
            words.AddRange(["-n", IndexName]);
        }

        words.AddRange(start is null ? [] : ["-t", start]);
        ProcessOutput output = ProcessOutput.In(folder.Path, "grompp");
        int code = ExternalProcess.Run(Call(folder, output, words), cancellation);
        if (code != 0 || !File.Exists(folder[RunInput]))
        {
            throw new EngineException(string.Create(
                CultureInfo.InvariantCulture, $"gmx grompp refused the input '{inputs.Parameters.Path}', '{inputs.Topology.Path}' ")
                + string.Create(CultureInfo.InvariantCulture, $"and '{inputs.Structure.Path}' (exit code {code}):{Environment.NewLine}")
                + Complaint(output));
        }

        return topology ?? File.ReadAllText(folder[ProcessedName]);
    }

    /// <summary>What is in the run input file of a folder.</summary>
    public TprDump Describe(WorkFolder folder, CancellationToken cancellation)
    {
        ProcessOutput output = ProcessOutput.In(folder.Path, "dump");
        int code = ExternalProcess.Run(Call(folder, output, ["dump", "-s", RunInput]), cancellation);
        if (code != 0)
        {
            throw new EngineException(string.Create(
                CultureInfo.InvariantCulture, $"gmx dump failed (exit code {code}):{Environment.NewLine}") + Complaint(output));
        }

        using StreamReader reader = File.OpenText(output.OutputFile);
        return TprDump.Read(reader);
    }

    /// <summary>Starts the dynamics of the run input file of a folder. At its end it writes neither structure nor checkpoint, which takes time.</summary>
    public ExternalProcess Run(WorkFolder folder)
    {
        List<string> words =
        [
            "mdrun", "-s", RunInput, "-o", Trajectory, "-x", "run.xtc", "-e", "run.edr", "-g", "run.log", "-cpo", "run.cpt", "-cpt", "-1",
            "-noconfout", "-reprod", "-pin", "off",
        ];
        words.AddRange(options.Threads > 0 ? ["-nt", options.Threads.ToString(CultureInfo.InvariantCulture)] : []);
        words.AddRange(options.RunArguments);
        return ExternalProcess.Start(Call(folder, ProcessOutput.In(folder.Path, "mdrun"), words));
    }

    /// <summary>The part of the output that tells of an error; the last lines where there is none.</summary>
    public static string Complaint(ProcessOutput output)
    {
        string[] lines = [.. ProcessOutput.Lines(output.OutputFile).Concat(ProcessOutput.Lines(output.ErrorFile))];
        int first = Array.FindIndex(lines, IsFault);
        return first < 0
            ? output.LastLines(8)
            : string.Join(Environment.NewLine, lines.Skip(first).TakeWhile(l => !l.StartsWith("For more information", StringComparison.Ordinal))
                .Where(l => l.Length > 0 && !l.StartsWith("-----", StringComparison.Ordinal)).Take(16));

        static bool IsFault(string line) =>
            line.StartsWith("ERROR", StringComparison.Ordinal) || line.StartsWith("Fatal error", StringComparison.Ordinal)
            || line.StartsWith("Error in user input", StringComparison.Ordinal) || line.StartsWith("WARNING", StringComparison.Ordinal)
            || line.StartsWith("Inconsistency in user input", StringComparison.Ordinal) || line.StartsWith("Feature not", StringComparison.Ordinal);
    }

    private ExternalCall Call(WorkFolder folder, ProcessOutput output, IEnumerable<string> words) => new()
    {
        Program = program,
        Arguments = [.. words],
        WorkFolder = folder.Path,
        Output = output,
        Grace = options.Grace,

        // The number of threads is told by arguments; another number here would be a fatal error.
        RemovedVariables = ["OMP_NUM_THREADS", "GMX_MAXBACKUP"],
    };
}
