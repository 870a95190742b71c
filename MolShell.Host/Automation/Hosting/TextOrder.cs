using System.Collections.Frozen;
using System.Globalization;

namespace System.Management.Automation.Hosting;

/// <summary>
/// Order of texts as PowerShell's invariant culture has it: signs before digits before letters, accents only where the letters
/// are equal, and case only where all else is. .NET without the ICU library compares code points instead, which would sort
/// otherwise here than there.
/// </summary>
public static class TextOrder
{
    // Order of the ASCII signs in the root collation of CLDR.
    private const string Signs = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

    // Latin letters from U+00C0 on, and the plain letters they are variants of; a blank where there is none.
    private const string PlainLetters =
        "AAAAAA CEEEEIIII NOOOOO  UUUUY  aaaaaa ceeeeiiii nooooo  uuuuy yAaAaAaCcCcCcCcDd  EeEeEeEeEeGgGgGgGgHh  IiIiIiIiI   JjKk "
        + "LlLlLl    NnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTt  UuUuUuUuUuUuWwYyYZzZzZz";

    private const char FirstVariant = '\u00C0';

    private static readonly FrozenDictionary<char, int> SignWeights =
        Signs.Select((c, i) => (c, i)).ToFrozenDictionary(p => p.c, p => p.i + 1);

    /// <summary>Compares two texts.</summary>
    /// <param name="first">First text.</param>
    /// <param name="second">Second text.</param>
    /// <param name="ignoreCase">Whether texts that differ in case only are equal.</param>
    /// <returns>Negative, zero or positive as the first comes before, with or after the second.</returns>
    public static int Compare(string first, string second, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        int common = Math.Min(first.Length, second.Length);
        int byAccent = 0;
        int byCase = 0;
        for (int i = 0; i < common; i++)
        {
            char a = first[i];
            char b = second[i];
            if (a == b)
            {
                continue;
            }

            int difference = Weight(Plain(a)).CompareTo(Weight(Plain(b)));
            if (difference != 0)
            {
                return difference;
            }

            byAccent = byAccent != 0 ? byAccent : Accent(a).CompareTo(Accent(b));

            // Lower case comes first.
            byCase = byCase != 0 ? byCase : char.IsUpper(a).CompareTo(char.IsUpper(b));
        }

        int byLength = first.Length.CompareTo(second.Length);
        return byLength != 0 ? byLength : byAccent != 0 ? byAccent : ignoreCase ? 0 : byCase;
    }

    /// <summary>Whether two texts are equal.</summary>
    /// <param name="first">First text.</param>
    /// <param name="second">Second text.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <returns>Whether they are.</returns>
    public static bool Equal(string first, string second, bool ignoreCase) =>
        string.Equals(first, second, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static char Plain(char c)
    {
        int index = c - FirstVariant;
        return index >= 0 && index < PlainLetters.Length && PlainLetters[index] != ' ' ? PlainLetters[index] : c;
    }

    private static int Accent(char c) => Plain(c) == c ? 0 : char.ToLower(c, CultureInfo.InvariantCulture);

    private static int Weight(char c)
    {
        if (SignWeights.TryGetValue(c, out int sign))
        {
            return sign;
        }

        if (char.IsAsciiDigit(c))
        {
            return 100 + (c - '0');
        }

        char lower = char.ToLower(c, CultureInfo.InvariantCulture);
        return char.IsAsciiLetter(c) ? 200 + (lower - 'a') : 1000 + lower;
    }
}
