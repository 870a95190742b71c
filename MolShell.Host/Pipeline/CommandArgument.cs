namespace MolShell.Host.Pipeline;

/// <summary>
/// One element after the name of a command, as parsed: <c>-Name</c> (which takes the next value unless the parameter is a
/// switch), <c>-Name:value</c>, or a value without a name.
/// </summary>
public sealed class CommandArgument
{
    private CommandArgument(string? name, bool hasValue, object? value, bool fromSplat)
    {
        Name = name;
        HasValue = hasValue;
        Value = value;
        FromSplat = fromSplat;
    }

    /// <summary>Name without the dash; null for a value without a name.</summary>
    public string? Name { get; }

    /// <summary>Whether there is a value: always without a name, and with one when joined by a colon or from a splat.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    public object? Value { get; }

    /// <summary>Whether it comes from a splatted hashtable; a name written out then wins over it.</summary>
    public bool FromSplat { get; }

    /// <summary>A value without a name.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Positional(object? value) => new(null, true, value, false);

    /// <summary>A name alone: a switch, or a parameter whose value follows.</summary>
    /// <param name="name">Name without the dash.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Named(string name) => new(name, false, null, false);

    /// <summary>A name joined to its value by a colon.</summary>
    /// <param name="name">Name without the dash.</param>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Named(string name, object? value) => new(name, true, value, false);

    /// <summary>An entry of a splatted hashtable.</summary>
    /// <param name="name">Key.</param>
    /// <param name="value">Value.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Splatted(string name, object? value) => new(name, true, value, true);
}
