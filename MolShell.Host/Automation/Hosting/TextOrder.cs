using System.Collections.Frozen;
using System.Globalization;

namespace System.Management.Automation.Hosting;

/// <summary>
/// Order of texts as PowerShell's invariant culture has it: signs before digits before letters, and case only where all else
/// is equal. .NET without the ICU library compares code points instead, which would sort otherwise here than there.
/// </summary>
public static class TextOrder
{
    // Primary order of the printable ASCII signs in the root collation of CLDR.
    private const string Signs = "\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

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
        int byCase = 0;
        for (int i = 0; i < common; i++)
        {
            char a = first[i];
            char b = second[i];
            if (a == b)
            {
                continue;
            }

            int difference = Weight(a).CompareTo(Weight(b));
            if (difference != 0)
            {
                return difference;
            }

            // Lower case comes first.
            byCase = byCase != 0 ? byCase : char.IsLower(a) ? -1 : 1;
        }

        int byLength = first.Length.CompareTo(second.Length);
        return byLength != 0 || ignoreCase ? byLength : byCase;
    }

    /// <summary>Whether two texts are equal.</summary>
    /// <param name="first">First text.</param>
    /// <param name="second">Second text.</param>
    /// <param name="ignoreCase">Whether case does not matter.</param>
    /// <returns>Whether they are.</returns>
    public static bool Equal(string first, string second, bool ignoreCase) =>
        string.Equals(first, second, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

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
