using System.Text.RegularExpressions;

namespace MolShell.Host.Language.Operators;

/// <summary>The options of -split; those of regular expressions have the numbers of <see cref="RegexOptions"/>.</summary>
[Flags]
internal enum SplitOptions
{
    None = 0,
    IgnoreCase = RegexOptions.IgnoreCase,
    Multiline = RegexOptions.Multiline,
    ExplicitCapture = RegexOptions.ExplicitCapture,
    Singleline = RegexOptions.Singleline,
    IgnorePatternWhitespace = RegexOptions.IgnorePatternWhitespace,
    CultureInvariant = RegexOptions.CultureInvariant,
    SimpleMatch = 1 << 20,
    RegexMatch = 1 << 21,
}
