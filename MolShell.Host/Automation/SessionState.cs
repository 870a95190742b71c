using System.Management.Automation.Hosting;

namespace System.Management.Automation;

/// <summary>Paths and variables of a session.</summary>
public sealed class SessionState
{
    /// <summary>Makes the state of a session.</summary>
    /// <param name="variables">Its variables.</param>
    /// <param name="currentFolder">Gives its current folder.</param>
    public SessionState(IVariableStore variables, Func<string> currentFolder)
    {
        PSVariable = new PSVariableIntrinsics(variables);
        Path = new PathIntrinsics(currentFolder);
    }

    /// <summary>Variables.</summary>
    public PSVariableIntrinsics PSVariable { get; }

    /// <summary>Paths.</summary>
    public PathIntrinsics Path { get; }
}
