namespace MolShell.Host.Language.Syntax;

/// <summary>The reserved words of PowerShell, known where a statement may begin.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "begin", "break", "catch", "class", "clean", "configuration", "continue", "data", "define", "do", "dynamicparam", "else", "elseif",
        "end", "enum", "exit", "filter", "finally", "for", "foreach", "from", "function", "if", "in", "inlinescript", "param", "parallel",
        "process", "return", "sequence", "switch", "throw", "trap", "try", "until", "using", "var", "while", "workflow",
    };

    public static bool Contains(string word) => Reserved.Contains(word);
}
