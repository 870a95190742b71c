using System.Globalization;

namespace MolShell.Host.Language.Syntax;

/// <summary>One reason why a script is not run, with its place.</summary>
/// <param name="Source">The script.</param>
/// <param name="Span">Where in it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="IsIncomplete">The text ended too early: at the prompt a further line may mend it.</param>
internal sealed record ScriptFault(ScriptSource Source, SourceSpan Span, string Message, bool IsIncomplete = false)
{
    /// <summary>The ending that marks what PowerShell can do and molshell does not.</summary>
    public const string NeedsPowerShell = "needs PowerShell 7.6";

    public override string ToString()
    {
        (int line, int column) = Source.Locate(Span.Start);
        string place = string.Create(CultureInfo.InvariantCulture, $"{line}:{column}: {Message}");
        return Source.Path is null ? place : $"{Source.Path}:{place}";
    }
}
