using System.Text.RegularExpressions;

namespace MolShell.Host.Language.Operators;

/// <summary>The options of -split, with PowerShell's numbers.</summary>
[Flags]
internal enum SplitOptions
{
    SimpleMatch = 0x01,
    RegexMatch = 0x02,
    CultureInvariant = 0x04,
    IgnorePatternWhitespace = 0x08,
    Multiline = 0x10,
    Singleline = 0x20,
    IgnoreCase = 0x40,
    ExplicitCapture = 0x80,
}

/// <summary>The options of -split as those of regular expressions.</summary>
internal static class SplitOptionsExtensions
{
    public static RegexOptions ToRegexOptions(this SplitOptions options) =>
        When(options, SplitOptions.CultureInvariant, RegexOptions.CultureInvariant)
        | When(options, SplitOptions.IgnorePatternWhitespace, RegexOptions.IgnorePatternWhitespace)
        | When(options, SplitOptions.Multiline, RegexOptions.Multiline)
        | When(options, SplitOptions.Singleline, RegexOptions.Singleline)
        | When(options, SplitOptions.IgnoreCase, RegexOptions.IgnoreCase)
        | When(options, SplitOptions.ExplicitCapture, RegexOptions.ExplicitCapture);

    private static RegexOptions When(SplitOptions options, SplitOptions flag, RegexOptions meant) =>
        options.HasFlag(flag) ? meant : RegexOptions.None;
}
