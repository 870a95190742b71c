namespace MolShell.Host.Language.Syntax;

/// <summary>The character classes of PowerShell's grammar. '\0' stands for the end of the text.</summary>
internal static class Characters
{
    private const char NextLine = '\u0085';
    private const char NoBreakSpace = '\u00a0';

    public static bool IsBlank(this char c) => c switch
    {
        ' ' or '\t' or '\v' or '\f' or NextLine or NoBreakSpace => true,
        < '\u0100' => false,
        _ => char.IsSeparator(c),
    };

    public static bool IsLineEnd(this char c) => c is '\r' or '\n';

    public static bool IsDash(this char c) => c is '-' or '\u2013' or '\u2014' or '\u2015';

    public static bool IsSingleQuote(this char c) => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b';

    public static bool IsDoubleQuote(this char c) => c is '"' or '\u201c' or '\u201d' or '\u201e';

    public static bool IsIdentifierStart(this char c) => char.IsLetter(c) || c == '_';

    public static bool IsIdentifierPart(this char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>May follow the dollar sign of a variable without braces.</summary>
    public static bool IsVariableStart(this char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '?' or '^' or ':';

    /// <summary>Ends any word of a command.</summary>
    public static bool EndsWord(this char c) =>
        c is '\0' or '&' or '(' or ')' or ',' or ';' or '{' or '}' or '|' || c.IsLineEnd() || c.IsBlank();

    /// <summary>Ends a number in an expression, being the first character of an operator.</summary>
    public static bool EndsNumber(this char c, bool ternary) =>
        c is '!' or '#' or '%' or '*' or '+' or '-' or '.' or '/' or '<' or '=' or '>' or ']' || (ternary && c is '?' or ':');
}
