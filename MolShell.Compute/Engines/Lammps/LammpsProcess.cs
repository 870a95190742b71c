using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>
/// A LAMMPS that waits for commands on its standard input, so that it is started once for many runs and makes frames only when they are asked
/// for. Belongs to one run at a time.
/// </summary>
internal sealed class LammpsProcess : IDisposable
{
    private const string StartName = "start.dump";
    private const string LogName = "run.log";
    private const string TimeStepName = "time-step";
    private const double Wait = 0.2;

    // Characters that mean something to LAMMPS within a quoted word.
    private static readonly SearchValues<char> Special = SearchValues.Create("\"'$&#\n");

    private readonly WorkFolder folder;
    private readonly ExternalProcess process;
    private readonly LammpsOptions options;
    private LammpsDumpReader? reader;
    private int runs;
    private int frames;

    /// <exception cref="EngineException">The program cannot be started.</exception>
    public LammpsProcess(LammpsOptions options, ExternalProgram program, string prefix)
    {
        this.options = options;
        folder = WorkFolder.Create(options.WorkPath ?? Path.GetTempPath(), prefix);
        try
        {
            if (folder.Path.AsSpan().ContainsAny(Special))
            {
                throw new EngineException($"LAMMPS cannot write to '{folder.Path}': expected a work path without quotes and the characters $, & and #.");
            }

            List<string> words = ["-nocite", "-screen", "none", "-log", folder["lammps.log"]];
            words.AddRange(options.Data.IsEmpty ? [] : ["-var", "data", Path.GetFullPath(options.Data[0])]);
            words.AddRange(options.RunArguments);
            process = ExternalProcess.Start(new ExternalCall
            {
                Program = program,
                Arguments = [.. words],
                WorkFolder = Path.GetDirectoryName(Path.GetFullPath(options.InputScript))!,
                Output = ProcessOutput.In(folder.Path, "lammps"),
                KeepsInput = true,
                Grace = options.Grace,
            });
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Builds the system of the script anew, and gives its first frame.</summary>
    /// <param name="script">Text of the script.</param>
    /// <param name="seed">Seed of the noise.</param>
    /// <param name="start">Where to begin, with the ids and box of <paramref name="shape"/>; null for where the script begins.</param>
    /// <param name="shape">A frame of the same system.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="EngineException">LAMMPS refuses the script; says what it said.</exception>
    public LammpsSnapshot Begin(string script, int seed, Frame? start, LammpsSnapshot? shape, CancellationToken cancellation)
    {
        reader?.Dispose();
        reader = null;
        string old = folder[DumpName];
        runs++;
        frames = 0;
        File.WriteAllText(folder["script.lmp"], script);
        List<string> commands =
        [
            "clear", $"log \"{folder[LogName]}\"", "variable seed delete",
            string.Create(CultureInfo.InvariantCulture, $"variable seed index {seed}"), $"include \"{folder["script.lmp"]}\"",
        ];
        if (start is not null && shape is not null)
        {
            WriteStart(start, shape);
            commands.Add($"read_dump \"{folder[StartName]}\" 0 x y z vx vy vz box no replace yes scaled no wrapped no");
        }

        string every = options.StepsPerFrame.ToString(CultureInfo.InvariantCulture);
        commands.AddRange(
        [
            "reset_timestep 0", "thermo 0", $"dump molshell all custom {every} \"{folder[DumpName]}\" {LammpsDumpReader.Columns}",
            "dump_modify molshell sort id flush yes format float %.17g",
            $"print \"$(dt:%.17g)\" file \"{folder[TimeStepName]}\" screen no", "run 0 post no",
        ]);
        try
        {
            Send([.. commands]);
            LammpsSnapshot first = Take(cancellation);
            File.Delete(old);
            return first;
        }
        catch (SimulationException fault)
        {
            throw new EngineException($"LAMMPS refused '{options.InputScript}': {fault.Message}", fault);
        }
    }

    /// <summary>Time step, as the script set it; LAMMPS closes its file before it makes the first frame.</summary>
    public double TimeStep() => LammpsDumpReader.Number(File.ReadAllText(folder[TimeStepName]).Trim());

    /// <summary>Asks for the next frame, which is then made while nobody waits for it.</summary>
    public void Ask() => Send([string.Create(CultureInfo.InvariantCulture, $"run {options.StepsPerFrame} pre no post no")]);

    /// <summary>Waits for a frame that was asked for.</summary>
    /// <exception cref="SimulationException">LAMMPS ended, with an error, or hangs.</exception>
    public LammpsSnapshot Take(CancellationToken cancellation)
    {
        long begin = Stopwatch.GetTimestamp();
        while (true)
        {
            // Looked at before the file, so that what a program wrote last is seen.
            bool ended = process.HasExited;
            if (reader is null && File.Exists(folder[DumpName]))
            {
                reader = new LammpsDumpReader(folder[DumpName]);
            }

            if (reader?.TryRead() is LammpsSnapshot snapshot)
            {
                frames++;
                return snapshot;
            }

            if (ended)
            {
                throw Failed(FormattableString.Invariant($"LAMMPS ended by itself (exit code {process.ExitCode}): {Complaint()}"));
            }

            if (Stopwatch.GetElapsedTime(begin) > options.StallTime)
            {
                throw Failed(FormattableString.Invariant($"LAMMPS wrote no frame for {options.StallTime.TotalSeconds:g4} s."));
            }

            cancellation.ThrowIfCancellationRequested();
            Thread.Sleep(TimeSpan.FromMilliseconds(Wait));
        }
    }

    /// <summary>Ends the program without waiting for it.</summary>
    public void Retire(EndingProcesses ending)
    {
        reader?.Dispose();
        ending.Add(process, folder);
    }

    public void Dispose()
    {
        reader?.Dispose();
        process.Dispose();
        folder.Dispose();
    }

    private string DumpName => string.Create(CultureInfo.InvariantCulture, $"run-{runs}.dump");

    private SimulationException Failed(string message) => new(message) { Step = (long)Math.Max(0, frames - 1) * options.StepsPerFrame };

    private string Complaint()
    {
        string[] lines = [.. new[] { folder["lammps.log"], folder[LogName] }.SelectMany(ProcessOutput.Lines)];
        int error = Array.FindLastIndex(lines, l => l.StartsWith("ERROR", StringComparison.Ordinal));
        return error < 0 ? process.LastOutput(4) : string.Join(" ", lines.Skip(error).Take(2).Where(l => l.Length > 0));
    }

    private void Send(IEnumerable<string> commands)
    {
        try
        {
            foreach (string command in commands)
            {
                process.Input.Write(command + "\n");
            }

            process.Input.Flush();
        }
        catch (IOException)
        {
            // The program ended; Take tells why.
        }
    }

    private void WriteStart(Frame start, LammpsSnapshot shape)
    {
        StringBuilder text = new();
        text.Append("ITEM: TIMESTEP\n0\nITEM: NUMBER OF ATOMS\n").Append(CultureInfo.InvariantCulture, $"{start.ParticleCount}\n");
        foreach (string line in shape.BoxLines)
        {
            text.Append(line).Append('\n');
        }

        text.Append("ITEM: ATOMS id xu yu zu vx vy vz\n");
        for (int i = 0; i < start.ParticleCount; i++)
        {
            Vec3 r = start.Positions[i];
            Vec3 v = start.Velocities![i];
            text.Append(CultureInfo.InvariantCulture, $"{shape.Ids[i]} {r.X:R} {r.Y:R} {r.Z:R} {v.X:R} {v.Y:R} {v.Z:R}\n");
        }

        File.WriteAllText(folder[StartName], text.ToString());
    }
}
