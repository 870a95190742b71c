using System.Collections;
using System.Management.Automation;

namespace MolShell.Host.Commands;

/// <summary>A property argument with what was said about it, as in @{Name='E'; Expression={$_.Energy}}.</summary>
public sealed class PropertySpecification
{
    private readonly Dictionary<string, object?> entries;

    private PropertySpecification(PropertyExpression expression, Dictionary<string, object?> entries)
    {
        Expression = expression;
        this.entries = entries;
    }

    /// <summary>The property.</summary>
    public PropertyExpression Expression { get; }

    /// <summary>Name of the result; null for the property's own.</summary>
    public string? Name => Entry("Name") as string ?? Entry("Label") as string;

    /// <summary>Reads the property arguments of a command.</summary>
    /// <param name="command">The command, which ends with an error when an argument is wrong.</param>
    /// <param name="arguments">Names, script blocks and hashtables.</param>
    /// <param name="keys">Keys a hashtable may have besides Expression, in full; the start of one is enough in a script.</param>
    /// <returns>One for each argument.</returns>
    public static IReadOnlyList<PropertySpecification> Parse(Cmdlet command, IReadOnlyList<object?>? arguments, params string[] keys)
    {
        ArgumentNullException.ThrowIfNull(command);
        return [.. (arguments ?? []).Select(a => ParseOne(command, PSObject.Unwrap(a), [.. keys, "Expression"]))];
    }

    /// <summary>Value of a key.</summary>
    /// <param name="key">Key in full.</param>
    /// <returns>The value, or null.</returns>
    public object? Entry(string key) => entries.GetValueOrDefault(key);

    /// <summary>The same said about another property, such as one that a wildcard stands for.</summary>
    /// <param name="expression">The property.</param>
    /// <returns>The specification.</returns>
    public PropertySpecification For(PropertyExpression expression) => new(expression, entries);

    private static PropertySpecification ParseOne(Cmdlet command, object? argument, string[] keys)
    {
        switch (argument)
        {
            case string { Length: > 0 } name:
                return new PropertySpecification(new PropertyExpression(name), []);
            case string:
                throw Refuse(command, "ExpressionEmptyString1", "An empty string value is not allowed.");
            case ScriptBlock script:
                return new PropertySpecification(new PropertyExpression(script), []);
            case IDictionary dictionary:
                return ParseDictionary(command, dictionary, keys);
            case null:
                throw Refuse(
                    command,
                    "DictionaryKeyUnknownType",
                    "The value of a parameter was null; one of the following types was expected: {System.String, "
                    + "System.Management.Automation.ScriptBlock}.");
            default:
                throw Refuse(
                    command,
                    "DictionaryKeyUnknownType",
                    $"Cannot convert {argument.GetType().FullName} to one of the following types {{System.String, "
                    + "System.Management.Automation.ScriptBlock}.");
        }
    }

    private static PropertySpecification ParseDictionary(Cmdlet command, IDictionary dictionary, string[] keys)
    {
        Dictionary<string, object?> entries = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string given)
            {
                throw Refuse(
                    command, "DictionaryKeyNonString", $"The {entry.Key.GetType().Name} key type is not valid. The key must be a string.");
            }

            string key = FullKey(command, given, keys);
            if (!entries.TryAdd(key, PSObject.Unwrap(entry.Value)))
            {
                throw Refuse(command, "DictionaryKeyDuplicate", $"The duplicated key \"{given}\" conflicts with \"{key}\".");
            }
        }

        switch (entries.GetValueOrDefault("Expression"))
        {
            case ScriptBlock script:
                return new PropertySpecification(new PropertyExpression(script), entries);
            case string { Length: > 0 } name:
                return new PropertySpecification(new PropertyExpression(name), entries);
            case string:
                throw Refuse(command, "ExpressionEmptyString2", "The \"expression\" key cannot have an empty string value.");
            case null when !entries.ContainsKey("Expression"):
                throw Refuse(command, "DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.");
            case null:
                throw Refuse(command, "DictionaryKeyMissingValue", "The expression key has no value.");
            case var other:
                throw Refuse(
                    command,
                    "DictionaryKeyIllegalValue1",
                    $"The \"{GivenExpressionKey(dictionary)}\" key has a type, {other.GetType().FullName}, that is not valid; expected "
                    + $"types are {{System.String, System.Management.Automation.ScriptBlock}}.");
        }
    }

    private static string GivenExpressionKey(IDictionary dictionary) =>
        dictionary.Keys.Cast<string>().First(k => "Expression".StartsWith(k, StringComparison.OrdinalIgnoreCase));

    private static string FullKey(Cmdlet command, string given, string[] keys)
    {
        string[] matches = Array.FindAll(keys, k => k.StartsWith(given, StringComparison.OrdinalIgnoreCase));
        return matches.Length switch
        {
            1 => matches[0],
            0 => throw Refuse(command, "DictionaryKeyIllegal", $"The {given} key is not valid."),
            _ => throw Refuse(
                command,
                "DictionaryKeyAmbiguous",
                $"The {given} key is ambiguous; {Lower(matches[0])} and {Lower(matches[1])} conflict."),
        };
    }

#pragma warning disable CA1308 // PowerShell writes its keys in lower case.
    private static string Lower(string key) => key.ToLowerInvariant();
#pragma warning restore CA1308

    private static PipelineStoppedException Refuse(Cmdlet command, string id, string message)
    {
        ErrorRecord error = new(new NotSupportedException(), id, ErrorCategory.InvalidArgument, null)
        {
            ErrorDetails = new ErrorDetails(message),
        };
        command.ThrowTerminatingError(error);
        return new PipelineStoppedException();
    }
}
