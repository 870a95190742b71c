using System.Management.Automation.Hosting;

namespace System.Management.Automation;

/// <summary>The session's variables.</summary>
public sealed class PSVariableIntrinsics
{
    private readonly IVariableStore store;

    internal PSVariableIntrinsics(IVariableStore store) => this.store = store;

    /// <summary>Finds a variable.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The variable, or null.</returns>
    public PSVariable? Get(string name) => store.Get(name);

    /// <summary>Value of a variable.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The value, or null.</returns>
    public object? GetValue(string name) => store.Get(name)?.Value;

    /// <summary>Value of a variable.</summary>
    /// <param name="name">Name.</param>
    /// <param name="defaultValue">Value when there is no such variable.</param>
    /// <returns>The value.</returns>
    public object? GetValue(string name, object? defaultValue) => store.Get(name) is { } variable ? variable.Value : defaultValue;

    /// <summary>Sets a variable of the current scope.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public void Set(string name, object? value) => store.Set(name, value);

    /// <summary>Puts a variable into the current scope.</summary>
    /// <param name="variable">The variable.</param>
    public void Set(PSVariable variable) => store.Set(variable);

    /// <summary>Takes a variable away.</summary>
    /// <param name="name">Name.</param>
    public void Remove(string name) => store.Remove(name);

    /// <summary>Takes a variable away.</summary>
    /// <param name="variable">The variable.</param>
    public void Remove(PSVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        store.Remove(variable.Name);
    }
}
