using System.Management.Automation.Host;

namespace System.Management.Automation.Hosting;

/// <summary>What the engine gives a cmdlet before it runs.</summary>
/// <param name="invocation">How it was invoked.</param>
/// <param name="sessionState">Paths and variables.</param>
/// <param name="host">The host.</param>
public sealed class CmdletContext(InvocationInfo invocation, SessionState sessionState, PSHost? host)
{
    private volatile bool stopping;

    /// <summary>How the cmdlet was invoked.</summary>
    public InvocationInfo Invocation { get; } = invocation;

    /// <summary>Paths and variables.</summary>
    public SessionState SessionState { get; } = sessionState;

    /// <summary>The host.</summary>
    public PSHost? Host { get; } = host;

    /// <summary>Parameter set in use.</summary>
    public string ParameterSetName { get; set; } = ParameterAttribute.AllParameterSets;

    /// <summary>Whether the pipeline is being stopped; set from any thread.</summary>
    public bool Stopping
    {
        get => stopping;
        set => stopping = value;
    }
}
