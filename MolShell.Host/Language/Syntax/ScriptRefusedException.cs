namespace MolShell.Host.Language.Syntax;

/// <summary>A script was refused before any of it ran: it is not valid PowerShell, or not in the subset that molshell runs.</summary>
internal sealed class ScriptRefusedException : Exception
{
    public ScriptRefusedException(IReadOnlyList<ScriptFault> faults)
        : base(string.Join(Environment.NewLine, faults)) => Faults = faults;

    public ScriptRefusedException(ScriptFault fault)
        : this([fault])
    {
    }

    public IReadOnlyList<ScriptFault> Faults { get; }

    /// <summary>The text only ended too early.</summary>
    public bool IsIncomplete => Faults.Count == 1 && Faults[0].IsIncomplete;
}
