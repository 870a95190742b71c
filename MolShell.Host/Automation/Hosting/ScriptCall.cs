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

    /// <summary>Whether an error that ends a statement ends the block and goes to the caller, as in calculated properties.</summary>
    public bool ThrowsErrors { get; init; }

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

    /// <summary>The call of a calculated property: $_ in a scope of its own, errors thrown.</summary>
    /// <param name="inputObject">Value of $_.</param>
    /// <returns>The call.</returns>
    public static ScriptCall ForProperty(object? inputObject) =>
        new() { Arguments = [], HasInputObject = true, InputObject = inputObject, NewScope = true, ThrowsErrors = true };
}
