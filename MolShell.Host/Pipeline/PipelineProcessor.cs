using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Runtime.ExceptionServices;

namespace MolShell.Host.Pipeline;

/// <summary>
/// Runs one pipeline. Each object a command writes goes through all later commands before the write returns. The first
/// failure ends the pipeline: commands that still run see <see cref="PipelineStoppedException"/>, the caller sees the failure.
/// </summary>
internal sealed class PipelineProcessor
{
    private readonly Lock gate = new();
    private readonly Session session;
    private readonly IReadOnlyList<CommandInvocation> invocations;
    private readonly List<CommandProcessor> commands = [];
    private ExceptionDispatchInfo? failure;

    public PipelineProcessor(Session session, IReadOnlyList<CommandInvocation> invocations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(invocations.Count, nameof(invocations));
        this.session = session;
        this.invocations = invocations;
    }

    /// <summary>Whether any command wrote an error.</summary>
    public bool HadErrors { get; set; }

    /// <summary>Thread that runs the pipeline: commands may write from no other.</summary>
    public int ThreadId { get; private set; }

    /// <summary>The command whose code runs now: only it may write.</summary>
    public CommandProcessor? Active { get; set; }

    public bool IsStopping
    {
        get
        {
            lock (gate)
            {
                return failure is not null;
            }
        }
    }

    public void Run(object? input, Action<object?> output)
    {
        ThreadId = Environment.CurrentManagedThreadId;
        Exception? ended = null;
        try
        {
            Cmdlet? requester = null;
            try
            {
                Start(output, hasInput: !ReferenceEquals(input, AutomationNull.Value));
                Feed(input);
            }
            catch (PipelineStoppedException) when (TakeStopRequest(out requester))
            {
                // The requester goes on below with what it has.
            }

            Complete(requester);
        }
        catch (RuntimeException e)
        {
            ended = e;
        }
        finally
        {
            DisposeCommands();
        }

        if (ended is not null)
        {
            lock (gate)
            {
                failure ??= ExceptionDispatchInfo.Capture(ended);
            }

            failure.Throw();
        }
    }

    /// <summary>Notes why the pipeline ends; later reasons are dropped.</summary>
    /// <returns>Whether it was the first.</returns>
    public bool Fail(Exception reason)
    {
        lock (gate)
        {
            if (failure is not null)
            {
                return false;
            }

            failure = ExceptionDispatchInfo.Capture(reason);
            return true;
        }
    }

    /// <summary>Stops from another thread: tells each command, which then ends by itself.</summary>
    public void Stop()
    {
        if (!Fail(new PipelineStoppedException()))
        {
            return;
        }

        CommandProcessor[] toStop;
        lock (gate)
        {
            toStop = [.. commands];
        }

        foreach (CommandProcessor command in toStop)
        {
            command.Stop();
        }
    }

    private bool TakeStopRequest(out Cmdlet? requester)
    {
        lock (gate)
        {
            if (failure?.SourceException is StopUpstreamException request)
            {
                requester = request.Requester;
                failure = null;
                return true;
            }

            requester = null;
            return false;
        }
    }

    private void Start(Action<object?> output, bool hasInput)
    {
        Action<object?> next = output;
        CommandProcessor[] made = new CommandProcessor[invocations.Count];
        for (int i = invocations.Count - 1; i >= 0; i--)
        {
            made[i] = new CommandProcessor(session, this, invocations[i], i, invocations.Count, i > 0 || hasInput, next);
            next = made[i].Process;
        }

        lock (gate)
        {
            commands.AddRange(made);
        }

        foreach (CommandProcessor command in made)
        {
            command.Prepare();
        }

        foreach (CommandProcessor command in made)
        {
            command.Begin();
        }
    }

    private void Feed(object? input)
    {
        CommandProcessor first = commands[0];
        if (ReferenceEquals(input, AutomationNull.Value))
        {
            first.ProcessOnce();
            return;
        }

        if (LanguagePrimitives.GetEnumerator(input) is not { } elements)
        {
            first.Process(input);
            return;
        }

        while (!IsStopping && MoveNext(elements))
        {
            first.Process(elements.Current);
        }
    }

    private static bool MoveNext(IEnumerator elements)
    {
        try
        {
            return elements.MoveNext();
        }
        catch (Exception e) when (e is not RuntimeException)
        {
            throw new RuntimeException(
                ErrorCategory.InvalidOperation,
                "BadEnumeration",
                elements,
                $"An error occurred while enumerating through a collection: {e.Message}",
                e);
        }
    }

    // A command that stopped those before it is not ended, nor are they.
    private void Complete(Cmdlet? requester)
    {
        bool skip = requester is not null;
        foreach (CommandProcessor command in commands)
        {
            if (skip)
            {
                skip = command.Cmdlet != requester;
                continue;
            }

            try
            {
                command.End();
            }
            catch (PipelineStoppedException) when (TakeStopRequest(out requester))
            {
                skip = true;
            }
        }
    }

    // A stop that comes from now on finds nothing left to stop.
    private void DisposeCommands()
    {
        CommandProcessor[] ended;
        lock (gate)
        {
            ended = [.. commands];
            commands.Clear();
        }

        foreach (CommandProcessor command in ended)
        {
            command.Dispose();
        }
    }
}
