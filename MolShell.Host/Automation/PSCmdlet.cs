using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace System.Management.Automation;

/// <summary>A command written as a class that uses the session.</summary>
public abstract class PSCmdlet : Cmdlet
{
    /// <summary>How it was invoked.</summary>
    public InvocationInfo MyInvocation => Attached.Invocation;

    /// <summary>The parameter set in use.</summary>
    public string ParameterSetName => Attached.ParameterSetName;

    /// <summary>Paths and variables.</summary>
    public SessionState SessionState => Attached.SessionState;

    /// <summary>The host.</summary>
    public PSHost? Host => Attached.Host;

    private Hosting.CmdletContext Attached =>
        Context ?? throw new PSInvalidOperationException($"{GetType().Name} is not part of a pipeline.");

    /// <summary>Value of a variable of the session.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, or null.</returns>
    public object? GetVariableValue(string name) => SessionState.PSVariable.GetValue(name);

    /// <summary>Value of a variable of the session.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="defaultValue">Value when there is no such variable.</param>
    /// <returns>The value.</returns>
    public object? GetVariableValue(string name, object? defaultValue) => SessionState.PSVariable.GetValue(name, defaultValue);

    /// <summary>Full path of a file that need not exist.</summary>
    /// <param name="path">A path, relative to the session's folder; wildcards are plain characters.</param>
    /// <returns>The full path.</returns>
    public string GetUnresolvedProviderPathFromPSPath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>Full paths of the files that match.</summary>
    /// <param name="path">A path, with wildcards or not, relative to the session's folder.</param>
    /// <param name="provider">The file system.</param>
    /// <returns>The full paths.</returns>
    /// <exception cref="ItemNotFoundException">A path without wildcards does not exist.</exception>
    public Collection<string> GetResolvedProviderPathFromPSPath(string path, out ProviderInfo provider) =>
        SessionState.Path.GetResolvedProviderPathFromPSPath(path, out provider);

    /// <summary>The session's folder.</summary>
    /// <param name="providerId">FileSystem.</param>
    /// <returns>The folder.</returns>
    public PathInfo CurrentProviderLocation(string providerId) => SessionState.Path.CurrentProviderLocation(providerId);
}
