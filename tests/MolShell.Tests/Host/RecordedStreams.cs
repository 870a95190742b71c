using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host;

/// <summary>Streams that keep all that is written to them.</summary>
internal sealed class RecordedStreams : IHostStreams
{
    public List<ErrorRecord> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<string> Verbose { get; } = [];

    public List<string> Debug { get; } = [];

    public List<InformationRecord> Information { get; } = [];

    public List<ProgressRecord> Progress { get; } = [];

    public List<string> HostLines { get; } = [];

    /// <summary>Answers to questions, in order; without one the streams are not interactive.</summary>
    public Queue<int> Choices { get; } = [];

    public int Width => 120;

    public int Height => 50;

    public bool SupportsVirtualTerminal => false;

    public void WriteError(ErrorRecord error) => Errors.Add(error);

    public void WriteWarning(string message) => Warnings.Add(message);

    public void WriteVerbose(string message) => Verbose.Add(message);

    public void WriteDebug(string message) => Debug.Add(message);

    public void WriteInformation(InformationRecord record) => Information.Add(record);

    public void WriteProgress(long sourceId, ProgressRecord record) => Progress.Add(record);

    public void WriteHostLine(string line) => HostLines.Add(line);

    public void WriteHost(string text) => HostLines.Add(text);

    public int? PromptForChoice(string caption, string message, IReadOnlyList<string> choices, int defaultChoice) =>
        Choices.TryDequeue(out int choice) ? choice : null;
}
