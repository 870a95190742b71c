using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Pipeline;

/// <summary>One command of a running pipeline: binds it, runs it, and turns what goes wrong into PowerShell's errors.</summary>
internal sealed class CommandProcessor : IDisposable
{
    private readonly PipelineProcessor pipeline;
    private readonly CommandInvocation invocation;
    private readonly bool expectsInput;
    private readonly CmdletContext context;
    private readonly CommonParameters common = new();
    private readonly ShouldProcessParameters should = new();
    private readonly CommandRuntime runtime;
    private readonly OutputPipe output;
    private readonly Session session;
    private readonly BindingState state;
    private PipelineInputBinder? inputBinder;

    public CommandProcessor(
        Session session,
        PipelineProcessor pipeline,
        CommandInvocation invocation,
        int index,
        int count,
        bool expectsInput,
        Action<object?> next)
    {
        this.session = session;
        this.pipeline = pipeline;
        this.invocation = invocation;
        this.expectsInput = expectsInput;
        InvocationInfo info = new(invocation.Command.Info)
        {
            InvocationName = invocation.InvocationName,
            PipelineLength = count,
            PipelinePosition = index + 1,
            ExpectingInput = expectsInput,
            Line = invocation.Position?.LineText ?? string.Empty,
            ScriptLineNumber = invocation.Position?.Line ?? 0,
            OffsetInLine = invocation.Position?.Column ?? 0,
            ExtentLength = invocation.Position?.Length ?? 0,
            ScriptName = invocation.Position?.File,
        };
        context = new CmdletContext(info, session.State, session.Host);
        Cmdlet = invocation.Command.Create();
        if (Cmdlet is IDynamicParameters)
        {
            throw new PSNotSupportedException($"{invocation.Command.Name} has dynamic parameters, which need PowerShell 7.6.");
        }

        output = new OutputPipe(next);
        Preferences = new CommandPreferences(session, common, should);
        runtime = new CommandRuntime(session, pipeline, this, output);
        CmdletAccess.Attach(Cmdlet, context, runtime);
        if (Cmdlet is ISessionCommand aware)
        {
            aware.Session = session;
        }

        state = new BindingState(invocation.Command, context, TargetOf);
    }

    public Cmdlet Cmdlet { get; }

    public CommandDescriptor Command => invocation.Command;

    public InvocationInfo Invocation => context.Invocation;

    public CommandPreferences Preferences { get; }

    /// <summary>Binds the arguments of the command line.</summary>
    public void Prepare()
    {
        new ParameterBinder(state, expectsInput).Bind(invocation.Arguments);
        Preferences.Note(state.Bound.Where(p => p.IsCommon).Select(p => p.Name));
        state.UseSetName();
        inputBinder = expectsInput ? new PipelineInputBinder(state) : null;
        output.Buffer = common.OutBuffer;
        output.Copy = StreamVariable.Create(session.Variables, common.OutVariable);
        runtime.ErrorVariable = StreamVariable.Create(session.Variables, common.ErrorVariable);
        runtime.WarningVariable = StreamVariable.Create(session.Variables, common.WarningVariable);
        runtime.InformationVariable = StreamVariable.Create(session.Variables, common.InformationVariable);
        if (common.PipelineVariable is { } name)
        {
            output.Current = value => session.Variables.Set(name, value);
        }
    }

    public void Begin() => Run(CmdletAccess.Begin);

    /// <summary>Runs the command that is first and has no input.</summary>
    public void ProcessOnce() => Run(CmdletAccess.Process);

    /// <summary>Runs the command for one object.</summary>
    public void Process(object? input)
    {
        ThrowIfStopping();
        try
        {
            if (!inputBinder!.TryRepeat(input) && !BindInput(input))
            {
                return;
            }
        }
        catch (ParameterBindingException e)
        {
            ErrorRecord record = new(e, e.ErrorId, e.ErrorRecord.CategoryInfo.Category, Shown(input));
            CmdletAccess.SetInvocation(record, Invocation);
            runtime.WriteErrorUnchecked(record);
            return;
        }

        Run(CmdletAccess.Process);
    }

    public void End()
    {
        Run(CmdletAccess.End);
        output.Flush();
    }

    public void Stop()
    {
        context.Stopping = true;
        try
        {
            CmdletAccess.Stop(Cmdlet);
        }
        catch (Exception e)
        {
            // It runs on another thread than the pipeline, which ends anyway: all that can be done is to say so.
            session.Streams.WriteWarning($"{Command.Name} failed to stop: {e.Message}");
        }
    }

    /// <summary>Notes why the pipeline ends.</summary>
    /// <returns>What to throw to unwind it.</returns>
    public PipelineStoppedException Fail(Exception reason)
    {
        pipeline.Fail(reason);
        if (reason is RuntimeException error and not PipelineStoppedException)
        {
            runtime.ErrorVariable?.Add(error.ErrorRecord);
        }

        return new PipelineStoppedException();
    }

    public void ThrowIfStopping()
    {
        if (pipeline.IsStopping)
        {
            throw new PipelineStoppedException();
        }
    }

    public void Dispose()
    {
        if (common.PipelineVariable is { } name)
        {
            session.Variables.Remove(name);
        }

        if (Cmdlet is not IDisposable disposable)
        {
            return;
        }

        try
        {
            disposable.Dispose();
        }
        catch (Exception e)
        {
            // The pipeline is over, so this can only be told, not thrown.
            CmdletInvocationException failure = new(e, Invocation);
            session.Report(failure);
            pipeline.HadErrors = true;
        }
    }

    private bool BindInput(object? input)
    {
        if (!inputBinder!.Bind(input))
        {
            runtime.WriteErrorUnchecked(state.Errors.InputNotBound(Shown(input)));
            return false;
        }

        IReadOnlyList<ParameterDescriptor> missing = new MandatoryCheck(state).Missing(BindingState.Count(state.Sets), false);
        if (missing.Count > 0)
        {
            runtime.WriteErrorUnchecked(state.Errors.InputMissingMandatory(Shown(input), missing));
            return false;
        }

        inputBinder.Settle(input);
        return true;
    }

    // What a command wrote stands wrapped in errors, as in PowerShell.
    private object? Shown(object? input) => input is not null && Invocation.PipelinePosition > 1 ? PSObject.AsPSObject(input) : input;

    private object TargetOf(ParameterDescriptor parameter) =>
        !parameter.IsCommon ? Cmdlet : parameter.Name is nameof(should.WhatIf) or nameof(should.Confirm) ? should : common;

    private void Run(Action<Cmdlet> step)
    {
        ThrowIfStopping();
        CommandProcessor? outer = pipeline.Active;
        pipeline.Active = this;
        try
        {
            step(Cmdlet);
        }
        catch (Exception e)
        {
            throw Manage(e);
        }
        finally
        {
            pipeline.Active = outer;
        }
    }

    private PipelineStoppedException Manage(Exception e)
    {
        bool asItIs = e is PipelineStoppedException or CmdletInvocationException or ActionPreferenceStopException or FlowControlException
            or RuntimeException { WasThrownFromThrowStatement: true };
        if (e is PipelineStoppedException stopped && pipeline.IsStopping)
        {
            return stopped;
        }

        return Fail(asItIs ? e : new CmdletInvocationException(e, Invocation));
    }
}
