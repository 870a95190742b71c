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

    /// <summary>Where the name stands; null when not from a script.</summary>
    public ScriptPosition? NamePosition { get; init; }

    /// <summary>Where the value stands; null when not from a script.</summary>
    public ScriptPosition? ValuePosition { get; init; }

    /// <summary>A value without a name.</summary>
    /// <param name="value">The value.</param>
    /// <param name="position">Where it stands.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Positional(object? value, ScriptPosition? position = null) =>
        new(null, true, value, false) { ValuePosition = position };

    /// <summary>A name alone: a switch, or a parameter whose value follows.</summary>
    /// <param name="name">Name without the dash.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Named(string name) => new(name, false, null, false);

    /// <summary>A name alone: a switch, or a parameter whose value follows.</summary>
    /// <param name="name">Name without the dash.</param>
    /// <param name="position">Where it stands.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument NamedAt(string name, ScriptPosition position) =>
        new(name, false, null, false) { NamePosition = position };

    /// <summary>A name joined to its value by a colon.</summary>
    /// <param name="name">Name without the dash.</param>
    /// <param name="value">The value.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Named(string name, object? value) => new(name, true, value, false);

    /// <summary>A name joined to its value.</summary>
    /// <param name="name">Name without the dash.</param>
    /// <param name="value">The value.</param>
    /// <param name="namePosition">Where the name stands.</param>
    /// <param name="valuePosition">Where the value stands.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument NamedAt(string name, object? value, ScriptPosition? namePosition, ScriptPosition? valuePosition) =>
        new(name, true, value, false) { NamePosition = namePosition, ValuePosition = valuePosition };

    /// <summary>An entry of a splatted hashtable.</summary>
    /// <param name="name">Key.</param>
    /// <param name="value">Value.</param>
    /// <returns>The argument.</returns>
    public static CommandArgument Splatted(string name, object? value) => new(name, true, value, true);
}
