using System.Management.Automation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Console;

/// <summary>
/// The streams of a session on the console. Errors go to the standard error, progress to the terminal behind it, and all else to the
/// standard output, as in PowerShell. May be used from several threads.
/// </summary>
internal sealed class ConsoleStreams : IHostStreams
{
    private readonly Lock gate = new();
    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly ConsoleTraits traits;
    private readonly ProgressBar? progress;
    private readonly Func<string, string?>? ask;

    /// <param name="output">The standard output.</param>
    /// <param name="error">The standard error.</param>
    /// <param name="traits">What they are.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="ask">Shows a prompt and reads an answer, null when it is cancelled; null when nobody can be asked.</param>
    public ConsoleStreams(TextWriter output, TextWriter error, ConsoleTraits traits, TimeProvider clock, Func<string, string?>? ask)
    {
        this.output = output;
        this.error = error;
        this.traits = traits;
        this.ask = ask;
        progress = traits is { ErrorIsTerminal: true, AllowsColors: true } ? new ProgressBar(error, () => traits.Width, clock) : null;
    }

    /// <summary>Called before an error or a message is shown, so that what was written before it stands before it.</summary>
    public Action? BeforeMessage { get; set; }

    public int Width => traits.Width;

    public int Height => traits.Height;

    public bool SupportsVirtualTerminal => traits is { OutputIsTerminal: true, AllowsColors: true };

    public void WriteError(ErrorRecord error) => WriteErrorLines(ErrorView().Lines(error));

    /// <summary>Shows why a script was refused.</summary>
    public void WriteRefusal(ScriptRefusedException refusal)
    {
        foreach (ScriptFault fault in refusal.Faults)
        {
            WriteErrorLines(ErrorView().Lines(fault));
        }
    }

    /// <summary>Shows what is wrong with the arguments of molshell itself.</summary>
    public void WriteFailure(string message) => WriteErrorLines(ErrorView().Lines(message));

    public void WriteWarning(string message) => WriteMessage("WARNING: ", message);

    public void WriteVerbose(string message) => WriteMessage("VERBOSE: ", message);

    public void WriteDebug(string message) => WriteMessage("DEBUG: ", message);

    public void WriteInformation(InformationRecord record)
    {
        BeforeMessage?.Invoke();
        if (record.MessageData is not HostInformationMessage message)
        {
            WriteHostLine(record.ToString());
            return;
        }

        string text = SupportsVirtualTerminal ? ConsoleColors.Paint(message) : message.Message ?? "";
        if (message.NoNewLine == true)
        {
            WriteHost(text);
        }
        else
        {
            WriteHostLine(text);
        }
    }

    public void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (gate)
        {
            progress?.Update(sourceId, record);
        }
    }

    /// <summary>Forgets the progress of commands that are over.</summary>
    public void ResetProgress()
    {
        lock (gate)
        {
            progress?.Reset();
        }
    }

    public void WriteHost(string text)
    {
        lock (gate)
        {
            progress?.Hide();
            output.Write(text);
        }
    }

    public void WriteHostLine(string line) => WriteHost(line + Environment.NewLine);

    public int? PromptForChoice(string caption, string message, IReadOnlyList<string> choices, int defaultChoice)
    {
        if (ask is null)
        {
            return null;
        }

        BeforeMessage?.Invoke();
        WriteHostLine($"\n{caption}\n{message}");
        ChoiceMenu menu = new(choices, defaultChoice);
        while (true)
        {
            WriteHost("");
            string answer = ask(menu.Prompt) ?? throw new PipelineStoppedException();
            if (menu.Find(answer) is { } choice)
            {
                return choice;
            }
        }
    }

    private ErrorView ErrorView() => new(Width, traits is { ErrorIsTerminal: true, AllowsColors: true });

    private void WriteMessage(string label, string message)
    {
        BeforeMessage?.Invoke();
        WriteHostLine(SupportsVirtualTerminal ? $"\u001b[33;1m{label}{message}\u001b[0m" : label + message);
    }

    private void WriteErrorLines(IReadOnlyList<string> lines)
    {
        BeforeMessage?.Invoke();
        lock (gate)
        {
            progress?.Hide();
            foreach (string line in lines)
            {
                error.WriteLine(line);
            }
        }
    }
}
