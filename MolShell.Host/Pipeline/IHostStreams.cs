using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>Where all but the output of a pipeline goes: implemented by the console and by tests.</summary>
public interface IHostStreams
{
    /// <summary>Width of the screen [characters]; a fixed width where output is redirected.</summary>
    int Width { get; }

    /// <summary>Height of the screen [lines].</summary>
    int Height { get; }

    /// <summary>Whether the output understands escape sequences.</summary>
    bool SupportsVirtualTerminal { get; }

    /// <summary>Shows an error.</summary>
    /// <param name="error">The error.</param>
    void WriteError(ErrorRecord error);

    /// <summary>Shows a warning.</summary>
    /// <param name="message">Without WARNING: before it.</param>
    void WriteWarning(string message);

    /// <summary>Shows a verbose message.</summary>
    /// <param name="message">Without VERBOSE: before it.</param>
    void WriteVerbose(string message);

    /// <summary>Shows a debug message.</summary>
    /// <param name="message">Without DEBUG: before it.</param>
    void WriteDebug(string message);

    /// <summary>Shows a message of the information stream; Write-Host's carry a <see cref="HostInformationMessage"/>.</summary>
    /// <param name="record">The message.</param>
    void WriteInformation(InformationRecord record);

    /// <summary>Shows progress.</summary>
    /// <param name="sourceId">The command it comes from.</param>
    /// <param name="record">The progress.</param>
    void WriteProgress(long sourceId, ProgressRecord record);

    /// <summary>Writes text to the host itself, past all streams, without ending the line.</summary>
    /// <param name="text">The text.</param>
    void WriteHost(string text);

    /// <summary>Writes a line to the host itself, past all streams, such as What if: messages.</summary>
    /// <param name="line">The line.</param>
    void WriteHostLine(string line);

    /// <summary>Asks the user to choose, where there is one to ask.</summary>
    /// <param name="caption">Caption.</param>
    /// <param name="message">Question.</param>
    /// <param name="choices">Labels; a letter after &amp; chooses it.</param>
    /// <param name="defaultChoice">Index of the choice taken for an empty answer.</param>
    /// <returns>Index of the choice; null when not interactive.</returns>
    int? PromptForChoice(string caption, string message, IReadOnlyList<string> choices, int defaultChoice);
}
