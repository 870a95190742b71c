using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;

namespace MolShell.Host.Pipeline;

/// <summary>What one command writes to: applies preferences, fills variables, sends objects on.</summary>
internal sealed class CommandRuntime(Session session, PipelineProcessor pipeline, CommandProcessor owner, OutputPipe output)
    : ICommandRuntime2
{
    private readonly long sourceId = session.NextSourceId();
    private readonly Confirmation confirmation = new(session, owner);

    public StreamVariable? ErrorVariable { get; set; }

    public StreamVariable? WarningVariable { get; set; }

    public StreamVariable? InformationVariable { get; set; }

    public PSHost Host => session.Host;

    public PSTransactionContext? CurrentPSTransaction => null;

    public void WriteObject(object? sendToPipeline)
    {
        CheckMayWrite();
        if (!ReferenceEquals(sendToPipeline, AutomationNull.Value))
        {
            output.Write(sendToPipeline);
        }
    }

    public void WriteObject(object? sendToPipeline, bool enumerateCollection)
    {
        if (!enumerateCollection || LanguagePrimitives.GetEnumerator(sendToPipeline) is not { } elements)
        {
            WriteObject(sendToPipeline);
            return;
        }

        while (elements.MoveNext())
        {
            WriteObject(elements.Current);
        }
    }

    public void WriteError(ErrorRecord errorRecord)
    {
        CheckMayWrite();
        WriteErrorUnchecked(errorRecord);
    }

    /// <summary>Writes an error that binding found, outside the command's own code.</summary>
    public void WriteErrorUnchecked(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        owner.ThrowIfStopping();
        CmdletAccess.SetInvocation(errorRecord, owner.Invocation);
        pipeline.HadErrors = true;
        switch (owner.Preferences.Error)
        {
            case ActionPreference.Ignore:
                return;
            case ActionPreference.SilentlyContinue:
                Note(errorRecord);
                return;
            case ActionPreference.Stop:
                throw owner.Fail(new ActionPreferenceStopException(errorRecord));
            case ActionPreference.Inquire when !confirmation.Inquire(errorRecord.ToString()):
                throw owner.Fail(new ActionPreferenceStopException(errorRecord));
            default:
                Note(errorRecord);
                session.Streams.WriteError(errorRecord);
                return;
        }
    }

    public void WriteWarning(string text)
    {
        CheckThread();
        ActionPreference preference = owner.Preferences.Warning;
        if (preference != ActionPreference.Ignore)
        {
            WarningVariable?.Add(text);
        }

        Show(preference, "WarningPreference", text, session.Streams.WriteWarning);
    }

    public void WriteVerbose(string text)
    {
        CheckThread();
        Show(owner.Preferences.Verbose, "VerbosePreference", text, session.Streams.WriteVerbose);
    }

    public void WriteDebug(string text)
    {
        CheckThread();
        Show(owner.Preferences.Debug, "DebugPreference", text, session.Streams.WriteDebug);
    }

    public void WriteInformation(InformationRecord informationRecord)
    {
        ArgumentNullException.ThrowIfNull(informationRecord);
        CheckThread();
        ActionPreference preference = owner.Preferences.Information;
        if (preference == ActionPreference.Ignore)
        {
            return;
        }

        InformationVariable?.Add(informationRecord);

        // What Write-Host wrote is shown unless it is to be ignored.
        ActionPreference shown = informationRecord.Tags.Contains("PSHOST") && preference == ActionPreference.SilentlyContinue
            ? ActionPreference.Continue
            : preference;
        Show(shown, "InformationPreference", informationRecord.ToString(), _ => session.Streams.WriteInformation(informationRecord));
    }

    public void WriteProgress(ProgressRecord progressRecord) => WriteProgress(sourceId, progressRecord);

    public void WriteProgress(long sourceId, ProgressRecord progressRecord)
    {
        ArgumentNullException.ThrowIfNull(progressRecord);
        CheckThread();
        Show(
            owner.Preferences.Progress,
            "ProgressPreference",
            progressRecord.Activity,
            _ => session.Streams.WriteProgress(sourceId, progressRecord));
    }

    public void WriteCommandDetail(string text) => CheckThread();

    public bool ShouldProcess(string? target) => ShouldProcess(target, owner.Command.Name);

    public bool ShouldProcess(string? target, string? action)
    {
        string description = $"Performing the operation \"{action}\" on target \"{target}\".";
        return confirmation.ShouldProcess(description, null, null, WriteVerbose, out _);
    }

    public bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption) =>
        ShouldProcess(verboseDescription, verboseWarning, caption, out _);

    public bool ShouldProcess(
        string? verboseDescription, string? verboseWarning, string? caption, out ShouldProcessReason shouldProcessReason) =>
        confirmation.ShouldProcess(verboseDescription ?? string.Empty, verboseWarning, caption, WriteVerbose, out shouldProcessReason);

    public bool ShouldContinue(string? query, string? caption)
    {
        bool yesToAll = false;
        bool noToAll = false;
        return confirmation.ShouldContinue(query, caption, offerAll: false, hasSecurityImpact: false, ref yesToAll, ref noToAll);
    }

    public bool ShouldContinue(string? query, string? caption, ref bool yesToAll, ref bool noToAll) =>
        confirmation.ShouldContinue(query, caption, offerAll: true, hasSecurityImpact: false, ref yesToAll, ref noToAll);

    public bool ShouldContinue(string? query, string? caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll) =>
        confirmation.ShouldContinue(query, caption, offerAll: true, hasSecurityImpact, ref yesToAll, ref noToAll);

    public bool TransactionAvailable() => false;

    public void ThrowTerminatingError(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        owner.ThrowIfStopping();
        CmdletAccess.SetInvocation(errorRecord, owner.Invocation);
        throw owner.Fail(new CmdletInvocationException(errorRecord));
    }

    private void Note(ErrorRecord error)
    {
        ErrorVariable?.Add(error);
        session.AddError(error);
    }

    private void Show(ActionPreference preference, string variable, string text, Action<string> show)
    {
        switch (preference)
        {
            case ActionPreference.SilentlyContinue or ActionPreference.Ignore:
                return;
            case ActionPreference.Inquire:
                show(text);
                if (!confirmation.Inquire(text))
                {
                    throw owner.Fail(Stopped(variable, text));
                }

                return;
            case ActionPreference.Stop:
                show(text);
                throw owner.Fail(Stopped(variable, text));
            default:
                show(text);
                return;
        }
    }

    private ActionPreferenceStopException Stopped(string variable, string text) => new(
        $"The running command stopped because the preference variable \"{variable}\" or common parameter is set to Stop: {text}",
        owner.Invocation);

    private void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != pipeline.ThreadId)
        {
            throw new PSInvalidOperationException(NotPermitted);
        }

        owner.ThrowIfStopping();
    }

    private void CheckMayWrite()
    {
        CheckThread();
        if (pipeline.Active != owner)
        {
            throw new PSInvalidOperationException(NotPermitted);
        }
    }

    private const string NotPermitted =
        "The WriteObject and WriteError methods cannot be called from outside the overrides of the BeginProcessing, ProcessRecord, and "
        + "EndProcessing methods, and they can only be called from within the same thread. Validate that the cmdlet makes these calls "
        + "correctly.";
}
