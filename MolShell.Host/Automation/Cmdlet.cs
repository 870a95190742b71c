using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>A command written as a class.</summary>
public abstract class Cmdlet : InternalCommand
{
    /// <summary>What it writes to.</summary>
    public ICommandRuntime CommandRuntime
    {
        get => Runtime ?? throw new PSInvalidOperationException($"{GetType().Name} is not part of a pipeline.");
        set => Runtime = value;
    }

    /// <summary>Whether the pipeline is being stopped.</summary>
    public bool Stopping => Context?.Stopping ?? false;

    /// <summary>Writes an object down the pipe.</summary>
    /// <param name="sendToPipeline">The object.</param>
    public void WriteObject(object? sendToPipeline) => CommandRuntime.WriteObject(sendToPipeline);

    /// <summary>Writes an object, or the elements of a collection, down the pipe.</summary>
    /// <param name="sendToPipeline">The object.</param>
    /// <param name="enumerateCollection">Whether to write the elements.</param>
    public void WriteObject(object? sendToPipeline, bool enumerateCollection) =>
        CommandRuntime.WriteObject(sendToPipeline, enumerateCollection);

    /// <summary>Writes an error and goes on.</summary>
    /// <param name="errorRecord">The error.</param>
    public void WriteError(ErrorRecord errorRecord) => CommandRuntime.WriteError(errorRecord);

    /// <summary>Writes a warning.</summary>
    /// <param name="text">The warning.</param>
    public void WriteWarning(string text) => CommandRuntime.WriteWarning(text);

    /// <summary>Says what is being done.</summary>
    /// <param name="text">The message.</param>
    public void WriteVerbose(string text) => CommandRuntime.WriteVerbose(text);

    /// <summary>Writes a message for developers.</summary>
    /// <param name="text">The message.</param>
    public void WriteDebug(string text) => CommandRuntime.WriteDebug(text);

    /// <summary>Writes to the log; molshell keeps none.</summary>
    /// <param name="text">The message.</param>
    public void WriteCommandDetail(string text) => CommandRuntime.WriteCommandDetail(text);

    /// <summary>Shows progress.</summary>
    /// <param name="progressRecord">The progress.</param>
    public void WriteProgress(ProgressRecord progressRecord) => CommandRuntime.WriteProgress(progressRecord);

    /// <summary>Writes to the information stream.</summary>
    /// <param name="messageData">The message.</param>
    /// <param name="tags">Its tags.</param>
    public void WriteInformation(object? messageData, string[]? tags)
    {
        InformationRecord record = new(messageData, Context?.Invocation.InvocationName);
        record.Tags.AddRange(tags ?? []);
        WriteInformation(record);
    }

    /// <summary>Writes to the information stream.</summary>
    /// <param name="informationRecord">The message.</param>
    public void WriteInformation(InformationRecord informationRecord)
    {
        if (CommandRuntime is ICommandRuntime2 runtime)
        {
            runtime.WriteInformation(informationRecord);
        }
    }

    /// <summary>Whether to change something: asks, or with -WhatIf only tells.</summary>
    /// <param name="target">What is changed.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldProcess(string? target) => CommandRuntime.ShouldProcess(target);

    /// <summary>Whether to change something: asks, or with -WhatIf only tells.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldProcess(string? target, string? action) => CommandRuntime.ShouldProcess(target, action);

    /// <summary>Whether to change something: asks, or with -WhatIf only tells.</summary>
    /// <param name="verboseDescription">What is done.</param>
    /// <param name="verboseWarning">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption) =>
        CommandRuntime.ShouldProcess(verboseDescription, verboseWarning, caption);

    /// <summary>Whether to change something: asks, or with -WhatIf only tells.</summary>
    /// <param name="verboseDescription">What is done.</param>
    /// <param name="verboseWarning">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="shouldProcessReason">Why not.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldProcess(
        string? verboseDescription, string? verboseWarning, string? caption, out ShouldProcessReason shouldProcessReason) =>
        CommandRuntime.ShouldProcess(verboseDescription, verboseWarning, caption, out shouldProcessReason);

    /// <summary>Asks, whatever the preferences.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldContinue(string? query, string? caption) => CommandRuntime.ShouldContinue(query, caption);

    /// <summary>Asks, whatever the preferences, with answers for all.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="yesToAll">Set once the answer is yes to all.</param>
    /// <param name="noToAll">Set once the answer is no to all.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldContinue(string? query, string? caption, ref bool yesToAll, ref bool noToAll) =>
        CommandRuntime.ShouldContinue(query, caption, ref yesToAll, ref noToAll);

    /// <summary>Asks, whatever the preferences, with answers for all.</summary>
    /// <param name="query">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="hasSecurityImpact">Whether no is the default.</param>
    /// <param name="yesToAll">Set once the answer is yes to all.</param>
    /// <param name="noToAll">Set once the answer is no to all.</param>
    /// <returns>Whether to go on.</returns>
    public bool ShouldContinue(string? query, string? caption, bool hasSecurityImpact, ref bool yesToAll, ref bool noToAll) =>
        CommandRuntime is ICommandRuntime2 runtime
            ? runtime.ShouldContinue(query, caption, hasSecurityImpact, ref yesToAll, ref noToAll)
            : CommandRuntime.ShouldContinue(query, caption, ref yesToAll, ref noToAll);

    /// <summary>Ends the pipeline with an error.</summary>
    /// <param name="errorRecord">The error.</param>
    [Diagnostics.CodeAnalysis.DoesNotReturn]
    public void ThrowTerminatingError(ErrorRecord errorRecord)
    {
        ArgumentNullException.ThrowIfNull(errorRecord);
        CommandRuntime.ThrowTerminatingError(errorRecord);
        throw new PipelineStoppedException();
    }

    internal void DoBeginProcessing() => BeginProcessing();

    internal void DoProcessRecord() => ProcessRecord();

    internal void DoEndProcessing() => EndProcessing();

    internal void DoStopProcessing() => StopProcessing();

    /// <summary>Runs before the first input object.</summary>
    protected virtual void BeginProcessing()
    {
    }

    /// <summary>Runs for each input object.</summary>
    protected virtual void ProcessRecord()
    {
    }

    /// <summary>Runs after the last input object.</summary>
    protected virtual void EndProcessing()
    {
    }

    /// <summary>Runs on another thread when the pipeline is stopped.</summary>
    protected virtual void StopProcessing()
    {
    }
}
