using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Pipeline;

/// <summary>
/// Variables in scopes: reading goes from the innermost scope outwards, setting goes to the innermost. Names may start with
/// global:, script:, local:, private: or variable:. Used on the pipeline thread only.
/// </summary>
public sealed class VariableTable : IVariableStore
{
    private readonly List<Dictionary<string, PSVariable>> scopes = [NewScope()];
    private int scriptScope;

    /// <summary>Number of scopes; 1 when only the global one is there.</summary>
    public int Depth => scopes.Count;

    /// <summary>Value of a variable.</summary>
    /// <param name="name">Name, with or without a scope.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is such a variable.</returns>
    public bool TryGetValue(string name, out object? value)
    {
        PSVariable? variable = Get(name);
        value = variable?.Value;
        return variable is not null;
    }

    /// <inheritdoc/>
    public PSVariable? Get(string name)
    {
        (int? scope, string plain) = Split(name);
        if (scope is { } only)
        {
            return scopes[only].GetValueOrDefault(plain);
        }

        for (int i = scopes.Count - 1; i >= 0; i--)
        {
            if (scopes[i].TryGetValue(plain, out PSVariable? variable)
                && (i == scopes.Count - 1 || !variable.Options.HasFlag(ScopedItemOptions.Private)))
            {
                return variable;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Set(string name, object? value)
    {
        (int? scope, string plain) = Split(name);
        int target = scope ?? scopes.Count - 1;
        if (scopes[target].TryGetValue(plain, out PSVariable? variable))
        {
            variable.Value = value;
            return;
        }

        // A constant or read-only variable of an outer scope that is seen everywhere can't be hidden.
        PSVariable? outer = scope is null ? Get(plain) : null;
        if (outer is not null && outer.Options.HasFlag(ScopedItemOptions.AllScope))
        {
            outer.Value = value;
            return;
        }

        bool isPrivate = name.StartsWith("private:", StringComparison.OrdinalIgnoreCase);
        scopes[target][plain] = new PSVariable(plain, value, isPrivate ? ScopedItemOptions.Private : ScopedItemOptions.None);
    }

    /// <inheritdoc/>
    public void Set(PSVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        scopes[^1][variable.Name] = variable;
    }

    /// <inheritdoc/>
    public void Remove(string name)
    {
        (int? scope, string plain) = Split(name);
        for (int i = scope ?? scopes.Count - 1; i >= (scope ?? 0); i--)
        {
            if (scopes[i].Remove(plain))
            {
                return;
            }
        }
    }

    /// <summary>Enters a scope; dispose the result to leave it.</summary>
    /// <param name="isScript">Whether it is the scope of a script file, the one that script: means.</param>
    /// <returns>Leaves the scope when disposed.</returns>
    public IDisposable EnterScope(bool isScript = false)
    {
        scopes.Add(NewScope());
        Leaving leaving = new(this, scopes.Count - 1, scriptScope);
        if (isScript)
        {
            scriptScope = scopes.Count - 1;
        }

        return leaving;
    }

    /// <summary>Variables of the innermost scope.</summary>
    /// <returns>A copy of the list.</returns>
    public IReadOnlyList<PSVariable> CurrentScope() => [.. scopes[^1].Values];

    private static Dictionary<string, PSVariable> NewScope() => new(StringComparer.OrdinalIgnoreCase);

    private (int? Scope, string Name) Split(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return (null, name);
        }

        string plain = name[(colon + 1)..];
        return name[..colon].ToUpperInvariant() switch
        {
            "GLOBAL" => (0, plain),
            "SCRIPT" => (scriptScope, plain),
            "LOCAL" or "PRIVATE" => (scopes.Count - 1, plain),
            "VARIABLE" => (null, plain),
            _ => (null, name),
        };
    }

    private sealed class Leaving(VariableTable table, int depth, int outerScript) : IDisposable
    {
        public void Dispose()
        {
            table.scopes.RemoveRange(depth, table.scopes.Count - depth);
            table.scriptScope = outerScript;
        }
    }
}
