namespace System.Management.Automation.Hosting;

/// <summary>How a script block is called.</summary>
public readonly struct ScriptCall
{
    /// <summary>Arguments, for param() and $args.</summary>
    public IReadOnlyList<object?> Arguments { get; init; }

    /// <summary>Whether $_ is set for the call.</summary>
    public bool HasInputObject { get; init; }

    /// <summary>Value of $_.</summary>
    public object? InputObject { get; init; }

    /// <summary>
    /// Whether the block runs in a scope of its own, as Invoke and calculated properties do; Where-Object and
    /// ForEach-Object run theirs in the caller's, so that assignments last.
    /// </summary>
    public bool NewScope { get; init; }

    /// <summary>A call with $_ in the caller's scope.</summary>
    /// <param name="inputObject">Value of $_.</param>
    /// <returns>The call.</returns>
    public static ScriptCall ForItem(object? inputObject) =>
        new() { Arguments = [], HasInputObject = true, InputObject = inputObject };

    /// <summary>A call with $_ in a scope of its own.</summary>
    /// <param name="inputObject">Value of $_.</param>
    /// <returns>The call.</returns>
    public static ScriptCall ForItemInNewScope(object? inputObject) =>
        new() { Arguments = [], HasInputObject = true, InputObject = inputObject, NewScope = true };
}
