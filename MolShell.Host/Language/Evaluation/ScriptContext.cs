using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Language.Evaluation;

/// <summary>What the scripts and script blocks of one session share while they run.</summary>
internal sealed class ScriptContext(Session session)
{
    public Session Session { get; } = session;

    /// <summary>How many try blocks with a catch are being run: inside one, an error goes to its catch.</summary>
    public int TryDepth { get; set; }

    /// <summary>Whether the statement after the one that failed runs; the error has been shown then.</summary>
    public bool ContinueAfter(RuntimeException error) => TryDepth == 0 && Session.ContinueAfter(error);
}
