using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>Thrown by a command that has all it needs: the commands before it are given up, those after it go on.</summary>
internal sealed class StopUpstreamException(Cmdlet requester) : FlowControlException
{
    /// <summary>The command.</summary>
    public Cmdlet Requester { get; } = requester;
}
