using System.Text;
using System.Text.RegularExpressions;

namespace System.Management.Automation;

/// <summary>
/// A pattern with * (any text), ? (one character), [a-z] (one of these); a backtick before any of them makes it a plain
/// character.
/// </summary>
public sealed class WildcardPattern
{
    private const char EscapeCharacter = '`';

    private readonly string pattern;
    private readonly Regex? regex;

    /// <summary>A pattern that minds case.</summary>
    /// <param name="pattern">The pattern.</param>
    public WildcardPattern(string pattern)
        : this(pattern, WildcardOptions.None)
    {
    }

    /// <summary>A pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="options">How it compares.</param>
    /// <exception cref="WildcardPatternException">A bracket is not closed.</exception>
    public WildcardPattern(string pattern, WildcardOptions options)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        this.pattern = pattern;
        if (pattern != "*")
        {
            RegexOptions regexOptions = RegexOptions.Singleline | RegexOptions.CultureInvariant;
            if (options.HasFlag(WildcardOptions.IgnoreCase))
            {
                regexOptions |= RegexOptions.IgnoreCase;
            }

            regex = new Regex(ToRegex(pattern), regexOptions);
        }
    }

    /// <summary>A pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="options">How it compares.</param>
    /// <returns>The pattern.</returns>
    public static WildcardPattern Get(string pattern, WildcardOptions options) => new(pattern, options);

    /// <summary>Whether a text has wildcard characters that are not escaped.</summary>
    /// <param name="pattern">The text.</param>
    /// <returns>Whether it has.</returns>
    public static bool ContainsWildcardCharacters(string? pattern)
    {
        for (int i = 0; i < (pattern?.Length ?? 0); i++)
        {
            if (pattern![i] == EscapeCharacter)
            {
                i++;
            }
            else if (IsWildcard(pattern[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes all wildcard characters plain.</summary>
    /// <param name="pattern">A text.</param>
    /// <returns>The text with backticks.</returns>
    public static string Escape(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        StringBuilder escaped = new(pattern.Length);
        foreach (char c in pattern)
        {
            if (IsWildcard(c))
            {
                escaped.Append(EscapeCharacter);
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Takes away the backticks that make wildcard characters plain.</summary>
    /// <param name="pattern">A text with backticks.</param>
    /// <returns>The text.</returns>
    public static string Unescape(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        StringBuilder plain = new(pattern.Length);
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == EscapeCharacter && i + 1 < pattern.Length && IsWildcard(pattern[i + 1]))
            {
                i++;
            }

            plain.Append(pattern[i]);
        }

        return plain.ToString();
    }

    /// <summary>Whether a text fits.</summary>
    /// <param name="input">The text.</param>
    /// <returns>Whether it does.</returns>
    public bool IsMatch(string? input) => input is not null && (regex is null || regex.IsMatch(input));

    /// <inheritdoc/>
    public override string ToString() => pattern;

    private static bool IsWildcard(char c) => c is '*' or '?' or '[' or ']';

    private static string ToRegex(string pattern)
    {
        StringBuilder text = new("^");
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case EscapeCharacter when i + 1 < pattern.Length:
                    text.Append(Regex.Escape(pattern[++i].ToString()));
                    break;
                case '*':
                    text.Append(".*");
                    break;
                case '?':
                    text.Append('.');
                    break;
                case '[':
                    i = AppendBracket(text, pattern, i);
                    break;
                default:
                    text.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return text.Append("\\z").ToString();
    }

    // Returns the index of the closing bracket.
    private static int AppendBracket(StringBuilder text, string pattern, int start)
    {
        text.Append('[');
        int i = start + 1;
        for (; i < pattern.Length && pattern[i] != ']'; i++)
        {
            if (pattern[i] == EscapeCharacter && i + 1 < pattern.Length)
            {
                i++;
            }
            else if (pattern[i] == '-' && i > start + 1)
            {
                text.Append('-');
                continue;
            }

            if (pattern[i] is '\\' or '^' or '[' or ']' or '-')
            {
                text.Append('\\');
            }

            text.Append(pattern[i]);
        }

        if (i >= pattern.Length || i == start + 1)
        {
            throw new WildcardPatternException($"The specified wildcard character pattern is not valid: {pattern}");
        }

        text.Append(']');
        return i;
    }
}
