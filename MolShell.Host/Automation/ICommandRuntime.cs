using System.Management.Automation.Host;

namespace System.Management.Automation;

/// <summary>What a cmdlet writes to.</summary>
public interface ICommandRuntime
{
    /// <summary>The host.</summary>
    PSHost? Host { get; }

    /// <summary>Not used.</summary>
    PSTransactionContext? CurrentPSTransaction { get; }

    /// <summary>Writes a debug message.</summary>
    /// <param name="text">Message.</param>
    void WriteDebug(string text);

    /// <summary>Writes an error and goes on.</summary>
    /// <param name="errorRecord">Error.</param>
    void WriteError(ErrorRecord errorRecord);

    /// <summary>Writes an object.</summary>
    /// <param name="sendToPipeline">Object.</param>
    void WriteObject(object? sendToPipeline);

    /// <summary>Writes an object or its elements.</summary>
    /// <param name="sendToPipeline">Object.</param>
    /// <param name="enumerateCollection">Whether to write the elements of a collection.</param>
    void WriteObject(object? sendToPipeline, bool enumerateCollection);

    /// <summary>Shows progress.</summary>
    /// <param name="progressRecord">Progress.</param>
    void WriteProgress(ProgressRecord progressRecord);

    /// <summary>Shows progress of a source.</summary>
    /// <param name="sourceId">Source.</param>
    /// <param name="progressRecord">Progress.</param>
    void WriteProgress(long sourceId, ProgressRecord progressRecord);

    /// <summary>Writes a verbose message.</summary>
    /// <param name="text">Message.</param>
    void WriteVerbose(string text);

    /// <summary>Writes a warning.</summary>
    /// <param name="text">Message.</param>
    void WriteWarning(string text);

    /// <summary>Writes to the log; molshell keeps none.</summary>
    /// <param name="text">Message.</param>
    void WriteCommandDetail(string text);

    /// <summary>Whether to change something.</summary>
    /// <param name="target">What is changed.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldProcess(string? target);

    /// <summary>Whether to change something.</summary>
    /// <param name="target">What is changed.</param>
    /// <param name="action">How.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldProcess(string? target, string? action);

    /// <summary>Whether to change something.</summary>
    /// <param name="verboseDescription">What is done.</param>
    /// <param name="verboseWarning">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption);

    /// <summary>Whether to change something.</summary>
    /// <param name="verboseDescription">What is done.</param>
    /// <param name="verboseWarning">The question.</param>
    /// <param name="caption">Its caption.</param>
    /// <param name="shouldProcessReason">Why not.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldProcess(string? verboseDescription, string? verboseWarning, string? caption, out ShouldProcessReason shouldProcessReason);

    /// <summary>Asks a second time.</summary>
    /// <param name="query">Question.</param>
    /// <param name="caption">Caption.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldContinue(string? query, string? caption);

    /// <summary>Asks a second time, with answers for all.</summary>
    /// <param name="query">Question.</param>
    /// <param name="caption">Caption.</param>
    /// <param name="yesToAll">Yes to all.</param>
    /// <param name="noToAll">No to all.</param>
    /// <returns>Whether to go on.</returns>
    bool ShouldContinue(string? query, string? caption, ref bool yesToAll, ref bool noToAll);

    /// <summary>Not used.</summary>
    /// <returns>False.</returns>
    bool TransactionAvailable();

    /// <summary>Ends the pipeline with an error.</summary>
    /// <param name="errorRecord">Error.</param>
    void ThrowTerminatingError(ErrorRecord errorRecord);
}
