using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;

namespace MolShell.Host.Pipeline;

/// <summary>
/// A running molshell: its commands, variables, current folder and streams. All but <see cref="Stop"/> belongs to the one
/// thread that runs pipelines.
/// </summary>
public sealed class Session
{
    private const int MostErrors = 256;

    private readonly Lock gate = new();
    private readonly List<PipelineProcessor> running = [];
    private volatile bool stopping;
    private long lastSourceId;

    /// <summary>Starts a session in the current folder of the process.</summary>
    /// <param name="streams">Where all but output goes.</param>
    /// <param name="catalog">Its commands.</param>
    public Session(IHostStreams streams, CommandCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentNullException.ThrowIfNull(catalog);
        Streams = streams;
        Catalog = catalog;
        Host = new MolShellHost(streams);
        State = new SessionState(Variables, () => CurrentFolder);
        SetVariables();
    }

    /// <summary>What a pipeline is given when no value stands before it.</summary>
    public static object NoInput => AutomationNull.Value;

    /// <summary>Commands.</summary>
    public CommandCatalog Catalog { get; }

    /// <summary>Variables.</summary>
    public VariableTable Variables { get; } = new();

    /// <summary>Where all but output goes.</summary>
    public IHostStreams Streams { get; }

    /// <summary>The host as cmdlets see it.</summary>
    public PSHost Host { get; }

    /// <summary>Paths and variables as cmdlets see them.</summary>
    public SessionState State { get; }

    /// <summary>Folder that relative paths start from.</summary>
    public string CurrentFolder { get; set; } = Directory.GetCurrentDirectory();

    /// <summary>Errors so far, the latest first: $Error.</summary>
    public ArrayList Errors { get; } = [];

    /// <summary>Whether the last pipeline went without error: $?.</summary>
    public bool LastSucceeded { get; set; } = true;

    /// <summary>Whether <see cref="Stop"/> was called since the last <see cref="ClearStop"/>.</summary>
    public bool IsStopping => stopping;

    /// <summary>Runs a pipeline.</summary>
    /// <param name="commands">Its commands, at least one.</param>
    /// <param name="input">Objects put into the first; <see cref="NoInput"/> when it is the first element itself.</param>
    /// <param name="output">Takes each object of the last command at once.</param>
    /// <exception cref="ParameterBindingException">Arguments don't fit a command.</exception>
    /// <exception cref="CmdletInvocationException">A command ended with an error.</exception>
    /// <exception cref="ActionPreferenceStopException">An error or warning met the preference Stop.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped.</exception>
    public void Run(IReadOnlyList<CommandInvocation> commands, object? input, Action<object?> output)
    {
        ArgumentNullException.ThrowIfNull(commands);
        ArgumentNullException.ThrowIfNull(output);
        ThrowIfStopping();
        PipelineProcessor pipeline = new(this, commands);
        lock (gate)
        {
            running.Add(pipeline);
        }

        try
        {
            pipeline.Run(input, output);
            LastSucceeded = !pipeline.HadErrors;
        }
        catch (RuntimeException)
        {
            LastSucceeded = false;
            throw;
        }
        finally
        {
            lock (gate)
            {
                running.Remove(pipeline);
            }
        }
    }

    /// <summary>Runs a pipeline and gathers its output.</summary>
    /// <param name="commands">Its commands.</param>
    /// <param name="input">Objects put into the first; <see cref="NoInput"/> when it is the first element itself.</param>
    /// <returns>All it wrote.</returns>
    public IReadOnlyList<object?> Collect(IReadOnlyList<CommandInvocation> commands, object? input)
    {
        List<object?> output = [];
        Run(commands, input, output.Add);
        return output;
    }

    /// <summary>Stops all pipelines that run, the innermost first. May be called from any thread.</summary>
    public void Stop()
    {
        stopping = true;
        PipelineProcessor[] pipelines;
        lock (gate)
        {
            pipelines = [.. running];
        }

        for (int i = pipelines.Length - 1; i >= 0; i--)
        {
            pipelines[i].Stop();
        }
    }

    /// <summary>Lets pipelines run again after a stop.</summary>
    public void ClearStop() => stopping = false;

    /// <summary>Ends the script when the session is being stopped; for loops of the language.</summary>
    /// <exception cref="PipelineStoppedException">It is.</exception>
    public void ThrowIfStopping()
    {
        if (stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Notes an error in $Error, the latest first.</summary>
    /// <param name="error">An <see cref="ErrorRecord"/>, or the exception that carries one.</param>
    public void AddError(object error)
    {
        Errors.Insert(0, error);
        if (Errors.Count > MostErrors)
        {
            Errors.RemoveRange(MostErrors, Errors.Count - MostErrors);
        }
    }

    /// <summary>
    /// Decides about an error that ended a statement, by $ErrorActionPreference: notes and shows it when the script goes on.
    /// </summary>
    /// <param name="exception">The error.</param>
    /// <returns>Whether the script goes on with the next statement.</returns>
    public bool ContinueAfter(RuntimeException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception is PipelineStoppedException or ActionPreferenceStopException)
        {
            return false;
        }

        ActionPreference preference = Preference("ErrorActionPreference", ActionPreference.Continue);
        switch (preference)
        {
            case ActionPreference.Ignore:
                return true;
            case ActionPreference.SilentlyContinue:
                AddError(exception.ErrorRecord);
                return true;
            case ActionPreference.Stop:
            case var _ when exception.WasThrownFromThrowStatement:
                return false;
            default:
                Report(exception);
                return true;
        }
    }

    /// <summary>Notes an error and shows it, whatever the preferences.</summary>
    /// <param name="exception">The error.</param>
    public void Report(RuntimeException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ErrorRecord record = new(exception.ErrorRecord, exception);
        AddError(record);
        Streams.WriteError(record);
        LastSucceeded = false;
    }

    /// <summary>Value of a preference variable.</summary>
    /// <param name="name">Name, such as WarningPreference.</param>
    /// <param name="fallback">Value when the variable is missing or holds something else.</param>
    /// <returns>The preference.</returns>
    public ActionPreference Preference(string name, ActionPreference fallback) =>
        Variables.TryGetValue(name, out object? value)
        && !LanguagePrimitives.IsNull(value)
        && LanguagePrimitives.TryConvertTo(value, out ActionPreference preference)
            ? preference
            : fallback;

    /// <summary>A number for the progress of one command.</summary>
    /// <returns>The number.</returns>
    internal long NextSourceId() => ++lastSourceId;

    private void SetVariables()
    {
        const ScopedItemOptions everywhere = ScopedItemOptions.Constant | ScopedItemOptions.AllScope;
        Variables.Set(new PSVariable("true", true, everywhere));
        Variables.Set(new PSVariable("false", false, everywhere));
        Variables.Set(new PSVariable("null", null, everywhere));
        Variables.Set(new PSVariable("Error", Errors, ScopedItemOptions.Constant));
        Variables.Set(new PSVariable("Host", Host, everywhere));
        Variables.Set(new PSVariable("HOME", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), everywhere));
        Variables.Set(new PSVariable("PID", Environment.ProcessId, everywhere));
        Variables.Set("ErrorActionPreference", ActionPreference.Continue);
        Variables.Set("WarningPreference", ActionPreference.Continue);
        Variables.Set("VerbosePreference", ActionPreference.SilentlyContinue);
        Variables.Set("DebugPreference", ActionPreference.SilentlyContinue);
        Variables.Set("InformationPreference", ActionPreference.SilentlyContinue);
        Variables.Set("ProgressPreference", ActionPreference.Continue);
        Variables.Set("ConfirmPreference", ConfirmImpact.High);
        Variables.Set("WhatIfPreference", false);
    }
}
