using System.Management.Automation.Host;
using System.Management.Automation.Hosting;

namespace System.Management.Automation;

/// <summary>What transformation and validation attributes may ask of the session.</summary>
public class EngineIntrinsics
{
    /// <summary>For a session.</summary>
    /// <param name="sessionState">Paths and variables.</param>
    /// <param name="host">The host.</param>
    public EngineIntrinsics(SessionState sessionState, PSHost? host)
    {
        SessionState = sessionState;
        Host = host;
    }

    /// <summary>Paths and variables.</summary>
    public SessionState SessionState { get; }

    /// <summary>The host.</summary>
    public PSHost? Host { get; }

    internal static EngineIntrinsics Empty { get; } = new(new SessionState(new NoVariables(), IO.Directory.GetCurrentDirectory), null);

    private sealed class NoVariables : IVariableStore
    {
        public PSVariable? Get(string name) => null;

        public void Set(string name, object? value) => throw new PSInvalidOperationException("There is no session.");

        public void Set(PSVariable variable) => throw new PSInvalidOperationException("There is no session.");

        public void Remove(string name) => throw new PSInvalidOperationException("There is no session.");
    }
}
