using System.Diagnostics;

namespace MolShell.Compute.Engines;

/// <summary>
/// An outside program under way. It gets its arguments as a list, never through a shell; what it prints goes to files. On Linux it runs in a
/// session of its own, where Ctrl-C of a terminal does not reach it, and the kernel kills it when this process dies, in whatever way
/// (setsid and setpriv of util-linux; without them it is stopped only by <see cref="Dispose"/>).
/// </summary>
public sealed class ExternalProcess : IDisposable
{
    // A program may miss the first request while it starts; gmx mdrun forgets what came before its first step.
    private const int Requests = 5;

    // For the last output of a program that ended, while a helper of it may still hold the pipe open.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    private readonly Process process = new();
    private readonly ManualResetEventSlim ended = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ProcessOutput output;
    private readonly bool leadsGroup;
    private readonly TimeSpan grace;

    private ExternalProcess(ExternalCall call)
    {
        Call = call;
        grace = call.Grace;
        output = call.Output;
        string? session = OperatingSystem.IsLinux() ? ExternalProgram.TryFind("setsid") : null;
        string? guard = OperatingSystem.IsLinux() ? ExternalProgram.TryFind("setpriv") : null;
        leadsGroup = session is not null;
        List<string> words = [];
        words.AddRange(session is null ? [] : [session]);
        words.AddRange(guard is null ? [] : [guard, "--pdeathsig", "KILL", "--"]);
        words.AddRange([call.Program.File, .. call.Program.Leading, .. call.Arguments]);
        process.StartInfo = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = call.WorkFolder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (string name in call.RemovedVariables)
        {
            process.StartInfo.Environment.Remove(name);
        }
    }

    /// <summary>What was called.</summary>
    public ExternalCall Call { get; }

    /// <summary>Number of the process.</summary>
    public int Id { get; private set; }

    /// <summary>Whether the program ended.</summary>
    public bool HasExited => ended.IsSet;

    /// <summary>What the program returned, after it ended; -1 where that is not known. A program killed by signal n gives 128 + n.</summary>
    public int ExitCode { get; private set; } = -1;

    /// <summary>Where the program reads from, when the call keeps its input open.</summary>
    public StreamWriter Input => process.StandardInput;

    /// <summary>Starts a program.</summary>
    /// <exception cref="EngineException">It cannot be started; names it and the cause.</exception>
    public static ExternalProcess Start(ExternalCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ExternalProcess made = new(call);

        // The kernel sends the signal of a parent's death when the thread that started the child ends: that thread waits here for the child.
        Thread keeper = new(made.Keep) { IsBackground = true, Name = "Keeper of " + Path.GetFileName(call.Program.File) };
        keeper.Start();
        try
        {
            made.started.Task.GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The program '{call.Program.File}' could not be started in '{call.WorkFolder}': {error.Message}", error);
        }

        return made;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it returned.</returns>
    /// <exception cref="EngineException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the program was stopped.</exception>
    public static int Run(ExternalCall call, CancellationToken cancellation)
    {
        using ExternalProcess process = Start(call);
        process.ended.Wait(cancellation);
        return process.ExitCode;
    }

    /// <summary>Waits for the end, at most for a time.</summary>
    /// <returns>Whether the program ended.</returns>
    public bool WaitForExit(TimeSpan time) => ended.Wait(time);

    /// <summary>
    /// Asks the program to end (SIGTERM, again now and then; on Windows it is ended at once), and kills it when it has not after the grace time. What it
    /// returns then is of no interest.
    /// </summary>
    public void Stop()
    {
        if (OperatingSystem.IsWindows())
        {
            if (!HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        else
        {
            for (int sent = 0; sent < Requests && !HasExited; sent++)
            {
                Send(ProcessSignal.Terminate);
                ended.Wait(grace / Requests);
            }

            if (!HasExited)
            {
                Kill();
            }
        }

        ended.Wait();
    }

    /// <summary>Ends the program at once.</summary>
    public void Kill()
    {
        if (OperatingSystem.IsWindows())
        {
            Stop();
        }
        else
        {
            Send(ProcessSignal.Kill);
            ended.Wait();
        }
    }

    /// <summary>The last lines that the program printed, errors last, for messages.</summary>
    public string LastOutput(int lines = 12)
    {
        ended.Wait(OutputGrace);
        return output.LastLines(lines);
    }

    /// <summary>Stops the program if it still runs.</summary>
    public void Dispose()
    {
        if (!HasExited)
        {
            Stop();
        }

        // The keeper may still be within Set, so the event, which holds nothing of the system, is left to the collector.
        process.Dispose();
    }

    private void Send(int signal)
    {
        if (!HasExited)
        {
            ProcessSignal.Send(Id, leadsGroup, signal);
        }
    }

    private void Keep()
    {
        try
        {
            using FileStream standardOutput = Create(output.OutputFile);
            using FileStream standardError = Create(output.ErrorFile);
            process.Start();
            Id = process.Id;
            if (!Call.KeepsInput)
            {
                process.StandardInput.Close();
            }

            Task copies = Task.WhenAll(
                Copy(process.StandardOutput.BaseStream, standardOutput), Copy(process.StandardError.BaseStream, standardError));
            started.SetResult();
            process.WaitForExit();
            ExitCode = process.ExitCode;
            copies.Wait(OutputGrace);
        }
        catch (Exception error)
        {
            started.TrySetException(error);
        }
        finally
        {
            ended.Set();
        }
    }

    private static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    // Files show at once what the program said; a stopped reader must not stop the program.
    private static async Task Copy(Stream from, FileStream to)
    {
        byte[] buffer = new byte[4096];
        try
        {
            for (int count; (count = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                await to.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false);
                await to.FlushAsync().ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The end of the program, or of the file's disk: what it prints is for messages only.
        }
    }
}
