using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace MolShell.Host.Formatting;

/// <summary>
/// Reads -Property and -GroupBy: names, script blocks, and hashtables with Name or Label, Expression, FormatString, Width and
/// Alignment.
/// </summary>
internal static class PropertyArguments
{
    private static readonly string[] ListKeys = ["Name", "Label", "Expression", "FormatString"];
    private static readonly string[] TableKeys = [.. ListKeys, "Width", "Alignment"];

    /// <param name="arguments">What was given.</param>
    /// <param name="forTable">Width and Alignment are known.</param>
    /// <exception cref="PSArgumentException">Something else was given.</exception>
    public static IReadOnlyList<ShownProperty> Read(IEnumerable<object?>? arguments, bool forTable) =>
        [.. (arguments ?? []).Select(a => Read(a, forTable ? TableKeys : ListKeys))];

    private static ShownProperty Read(object? argument, string[] keys) => PSObject.Unwrap(argument) switch
    {
        string { Length: > 0 } name => new ShownProperty { Name = name },
        ScriptBlock block => new ShownProperty { Script = block },
        IDictionary entries => Read(entries, keys),
        null or "" => throw new PSArgumentException("A property is null or empty."),
        { } other when PlainText(other) is { } text => new ShownProperty { Name = text },
        { } other => throw new PSArgumentException(
            $"Cannot convert {other.GetType().FullName} to one of the following types "
            + "{System.String, System.Management.Automation.ScriptBlock, System.Collections.IDictionary}."),
    };

    private static string? PlainText(object other) =>
        other is char or IConvertible ? Convert.ToString(other, CultureInfo.InvariantCulture) : null;

    private static ShownProperty Read(IDictionary entries, string[] keys)
    {
        ShownProperty property = new();
        foreach (DictionaryEntry entry in entries)
        {
            string given = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "";
            string[] matching = [.. keys.Where(k => given.Length > 0 && k.StartsWith(given, StringComparison.OrdinalIgnoreCase))];
            if (matching.Length != 1)
            {
                throw new PSArgumentException($"The {given} key is not valid: {string.Join(", ", keys)} are expected.");
            }

            object? value = PSObject.Unwrap(entry.Value);
            property = matching[0] switch
            {
                "Name" or "Label" => property with { Label = Text(matching[0], value) },
                "FormatString" => property with { FormatString = Text(matching[0], value) },
                "Width" => property with { Width = Width(value) },
                "Alignment" => property with { Alignment = Side(value) },
                _ => value is ScriptBlock block ? property with { Script = block } : property with { Name = Text(matching[0], value) },
            };
        }

        return property.Script is null && property.Name is null
            ? throw new PSArgumentException("The hashtable of a property lacks the key Expression.")
            : property;
    }

    private static string Text(string key, object? value) =>
        value is string { Length: > 0 } text ? text : throw new PSArgumentException($"The value of the key {key} is not a text, or empty.");

    private static int Width(object? value) =>
        LanguagePrimitives.TryConvertTo(value, out int width) && width > 0
            ? width
            : throw new PSArgumentException($"The width {value} is not valid: a positive whole number is expected.");

    private static Alignment Side(object? value)
    {
        string text = value as string ?? "";
        string? name = Enum.GetNames<Alignment>().FirstOrDefault(n => n.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return text.Length > 0 && name is not null
            ? Enum.Parse<Alignment>(name)
            : throw new PSArgumentException($"The alignment {value} is not valid: left, center or right is expected.");
    }
}
