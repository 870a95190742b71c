using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Text.RegularExpressions;

namespace MolShell.Host.Language.Operators;

/// <summary>-like, -match, -replace, -split, -join and -f.</summary>
internal static class TextOperators
{
    public static object Like(object? left, object? right, bool negate, bool caseSensitive)
    {
        WildcardPattern pattern = right as WildcardPattern
            ?? new WildcardPattern(Text(right), caseSensitive ? WildcardOptions.None : WildcardOptions.IgnoreCase);
        return LanguagePrimitives.GetEnumerable(left) is { } elements
            ? elements.Cast<object?>().Select(Text).Where(t => pattern.IsMatch(t) != negate).ToArray<object>()
            : pattern.IsMatch(Text(left)) != negate;
    }

    /// <param name="left">Texts.</param>
    /// <param name="right">A regular expression.</param>
    /// <param name="negate">-notmatch.</param>
    /// <param name="caseSensitive">-cmatch.</param>
    /// <param name="setMatches">Takes the groups of the match of a single text, for $Matches.</param>
    public static object Match(object? left, object? right, bool negate, bool caseSensitive, Action<Hashtable> setMatches)
    {
        Regex regex = ToRegex(right, caseSensitive);
        if (LanguagePrimitives.GetEnumerable(left) is { } elements)
        {
            return elements.Cast<object?>().Where(e => regex.IsMatch(Text(e)) != negate).ToArray();
        }

        Match match = regex.Match(Text(left));
        if (match.Success)
        {
            setMatches(Groups(regex, match));
        }

        return match.Success != negate;
    }

    public static object Replace(object? left, object? right, bool caseSensitive)
    {
        object? pattern = PSObject.Unwrap(right);
        object? substitute = "";
        if (pattern is IList list)
        {
            if (list.Count > 2)
            {
                throw ScriptError.Create("BadReplaceArgument",
                    $"The -replace operator allows only two elements to follow it, not {list.Count}.", right);
            }

            substitute = list.Count > 1 ? PSObject.Unwrap(list[1]) : "";
            pattern = list.Count > 0 ? list[0] : "";
        }

        Regex regex = ToReplaceRegex(pattern, caseSensitive);
        string replacement = substitute is ScriptBlock ? "" : Text(substitute);
        Func<string, string> replace = substitute is ScriptBlock block
            ? text => regex.Replace(text, match => Text(block.Evaluate(ScriptCall.ForItem(match))))
            : text => regex.Replace(text, replacement);
        return LanguagePrimitives.GetEnumerable(left) is { } elements
            ? elements.Cast<object?>().Select(e => (object)replace(Text(e))).ToArray()
            : replace(Text(left));
    }

    /// <summary>Splits at blanks, the blanks around left out.</summary>
    public static object Split(object? value) => Split(Contents(value).Select(t => t.Trim()), new Regex(@"\s+"), 0);

    public static object Split(object? left, object? right, bool caseSensitive)
    {
        object?[] arguments = LanguagePrimitives.GetEnumerable(right) is { } list ? [.. list.Cast<object?>()] : [right];
        if (arguments.Length == 0)
        {
            throw ScriptError.Create("BadOperatorArgument", "The operator '-split' failed: its argument is missing.", right);
        }

        if (PSObject.Unwrap(arguments[0]) is ScriptBlock)
        {
            throw ScriptError.NeedsPowerShell("-split with a script block");
        }

        string pattern = Text(arguments[0]);
        int limit = arguments.Length > 1 ? LanguagePrimitives.ConvertTo<int>(arguments[1]) : 0;
        RegexOptions options = caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
        if (arguments.Length > 2 && Text(arguments[2]).Length > 0)
        {
            SplitOptions chosen = LanguagePrimitives.ConvertTo<SplitOptions>(arguments[2]);
            if (chosen.HasFlag(SplitOptions.SimpleMatch) && (chosen & ~(SplitOptions.SimpleMatch | SplitOptions.IgnoreCase)) != 0)
            {
                throw ScriptError.Create("InvalidSplitOptionCombination",
                    "The combination of options with the -split operator is not valid.", arguments[2]);
            }

            pattern = chosen.HasFlag(SplitOptions.SimpleMatch) ? Regex.Escape(pattern) : pattern;
            options |= chosen.ToRegexOptions();
        }

        return Split(Contents(left), new Regex(pattern, limit < 0 ? options | RegexOptions.RightToLeft : options), Math.Abs(limit));
    }

    public static object Join(object? value, object? separator) =>
        PSObject.ToText(value, CultureInfo.InvariantCulture, Text(separator));

    public static object Format(object? left, object? right)
    {
        object? plain = PSObject.Unwrap(right);
        object?[] arguments = plain is object?[] array ? [.. array.Select(PSObject.Unwrap)] : [plain];
        try
        {
            return string.Format(CultureInfo.CurrentCulture, Text(left), arguments);
        }
        catch (FormatException e)
        {
            throw ScriptError.Create("FormatError", $"Error formatting a string: {e.Message}.", left, e);
        }
    }

    private static string[] Split(IEnumerable<string> contents, Regex regex, int limit) =>
        [.. contents.SelectMany(c => regex.Split(c, limit))];

    private static IEnumerable<string> Contents(object? value) =>
        LanguagePrimitives.GetEnumerable(value) is { } elements ? elements.Cast<object?>().Select(Text) : [Text(value)];

    private static Hashtable Groups(Regex regex, Match match)
    {
        Hashtable groups = new(StringComparer.CurrentCultureIgnoreCase);
        foreach (string name in regex.GetGroupNames())
        {
            if (match.Groups[name] is { Success: true } group)
            {
                groups.Add(int.TryParse(name, CultureInfo.InvariantCulture, out int number) ? number : name, group.Value);
            }
        }

        return groups;
    }

    private static Regex ToRegex(object? pattern, bool caseSensitive) =>
        PSObject.Unwrap(pattern) as Regex ?? new Regex(Text(pattern), caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);

    private static Regex ToReplaceRegex(object? pattern, bool caseSensitive)
    {
        try
        {
            return ToRegex(pattern, caseSensitive);
        }
        catch (ArgumentException e)
        {
            throw ScriptError.Create(
                "InvalidRegularExpression", $"The regular expression pattern {Text(pattern)} is not valid.", pattern, e);
        }
    }

    private static string Text(object? value) => PSObject.ToText(value, CultureInfo.InvariantCulture);
}
