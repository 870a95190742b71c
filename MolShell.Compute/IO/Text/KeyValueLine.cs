using System.Buffers;
using System.Text;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// The comment line of extended XYZ: key=value pairs between blanks. Keys and values with blanks, quotes, brackets or = stand in double quotes,
/// in which a backslash protects the next character and \n is a line end; values may stand in single quotes, [] or {} too. A key
/// without a value is true.
/// </summary>
internal static class KeyValueLine
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t=\"'{}[]\\,\n\r");

    /// <summary>The pairs of a line, in order; null where a quote or bracket has no end, or a key is empty.</summary>
    public static List<KeyValuePair<string, string>>? TryParse(string line)
    {
        List<KeyValuePair<string, string>> pairs = [];
        int at = 0;
        while (true)
        {
            SkipBlanks(line, ref at);
            if (at == line.Length)
            {
                return pairs;
            }

            if (Token(line, ref at, isKey: true) is not { Length: > 0 } key)
            {
                return null;
            }

            int after = at;
            SkipBlanks(line, ref after);
            if (after == line.Length || line[after] != '=')
            {
                pairs.Add(new(key, "T"));
                continue;
            }

            at = after + 1;
            SkipBlanks(line, ref at);
            if (Token(line, ref at, isKey: false) is not { } value)
            {
                return null;
            }

            pairs.Add(new(key, value));
        }
    }

    /// <summary>A pair as it stands in a line.</summary>
    public static string Format(string key, string value) => $"{Quoted(key)}={Quoted(value)}";

    private static string Quoted(string text)
    {
        if (text.Length > 0 && text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        string escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\r", string.Empty, StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static void SkipBlanks(string line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
        {
            at++;
        }
    }

    private static string? Token(string line, ref int at, bool isKey)
    {
        if (at == line.Length)
        {
            return string.Empty;
        }

        switch (line[at])
        {
            case '"':
                return Protected(line, ref at, '"');
            case '\'':
                return Protected(line, ref at, '\'');
            case '[' or '{' when !isKey:
                return Bracketed(line, ref at);
        }

        int from = at;
        while (at < line.Length && line[at] is not (' ' or '\t') && !(isKey && line[at] == '='))
        {
            at++;
        }

        return line[from..at];
    }

    private static string? Protected(string line, ref int at, char quote)
    {
        StringBuilder text = new();
        for (at++; at < line.Length; at++)
        {
            if (line[at] == quote)
            {
                at++;
                return text.ToString();
            }

            if (line[at] == '\\' && at + 1 < line.Length)
            {
                at++;
                text.Append(line[at] == 'n' ? '\n' : line[at]);
            }
            else
            {
                text.Append(line[at]);
            }
        }

        return null;
    }

    // Brackets stay, since they say what the value is (a list); they may nest.
    private static string? Bracketed(string line, ref int at)
    {
        int from = at;
        int depth = 0;
        for (; at < line.Length; at++)
        {
            depth += line[at] is '[' or '{' ? 1 : line[at] is ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                at++;
                return line[from..at];
            }
        }

        return null;
    }
}
