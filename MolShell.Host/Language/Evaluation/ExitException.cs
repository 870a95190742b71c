using System.Management.Automation;

namespace MolShell.Host.Language.Evaluation;

/// <summary>The script said exit.</summary>
internal sealed class ExitException(int code) : FlowControlException
{
    public int Code { get; } = code;
}
