using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Formatting;
using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Console;

/// <summary>
/// Errors as PowerShell's ConciseView shows them: one line, or for a script the line at fault with a mark under what is wrong.
/// </summary>
/// <param name="width">Width of the screen [characters].</param>
/// <param name="colors">Whether escape sequences are understood.</param>
internal sealed class ErrorView(int width, bool colors)
{
    private const string Margin = "     | ";

    private readonly string red = colors ? "\u001b[31;1m" : "";
    private readonly string cyan = colors ? "\u001b[36;1m" : "";
    private readonly string reset = colors ? "\u001b[0m" : "";

    /// <summary>The lines of an error.</summary>
    public IReadOnlyList<string> Lines(ErrorRecord error)
    {
        string reason = Reason(error);
        InvocationInfo? at = error.InvocationInfo;
        bool showsLine = at is { ScriptLineNumber: > 0 } && (!string.IsNullOrEmpty(at.ScriptName) || at.ScriptLineNumber > 1);
        return showsLine
            ? AtLine(reason, at!.ScriptName, at.ScriptLineNumber, at.Line, at.OffsetInLine, at.ExtentLength, error.ToString())
            : [.. Paint(reason, error.ToString())];
    }

    /// <summary>The lines of a reason why a script is refused.</summary>
    public IReadOnlyList<string> Lines(ScriptFault fault)
    {
        (int line, int column) = fault.Source.Locate(fault.Span.Start);
        return AtLine(
            "ParserError", fault.Source.Path, line, fault.Source.Line(line), column, fault.Span.End - fault.Span.Start, fault.Message);
    }

    /// <summary>The lines of a failure of molshell itself or of its arguments.</summary>
    public IReadOnlyList<string> Lines(string message) => [.. Paint("molshell", message)];

    private static string Reason(ErrorRecord error)
    {
        if (error.Exception is RuntimeException { WasThrownFromThrowStatement: true })
        {
            return "Exception";
        }

        if (error.Exception is CommandNotFoundException { CommandName.Length: > 0 } missing)
        {
            return missing.CommandName;
        }

        return error switch
        {
            { InvocationInfo.MyCommand: { } command } => command.Name,
            { CategoryInfo.Activity.Length: > 0 } => error.CategoryInfo.Activity,
            { CategoryInfo.Category: not ErrorCategory.NotSpecified } => error.CategoryInfo.Category.ToString(),
            _ => error.CategoryInfo.Reason,
        };
    }

    private List<string> AtLine(string reason, string? file, int line, string text, int column, int length, string message)
    {
        string number = line.ToString(CultureInfo.InvariantCulture).PadLeft(4);
        int start = Math.Clamp(column - 1, 0, text.Length);
        int end = Math.Min(text.Length, start + length);

        // The line moves left to its first letter, as the mark under it does.
        int indent = Math.Min(text.Length - text.TrimStart().Length, start);
        string before = text[indent..start].Replace('\t', ' ');
        string mark = new string(' ', before.Length) + new string('~', Math.Max(1, end - start));
        List<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{red}{reason}: {reset}{(string.IsNullOrEmpty(file) ? "" : $"{file}:{line}")}"),
            $"{cyan}Line |{reset}",
            $"{cyan}{number} | {reset} {before}{cyan}{text[start..end]}{reset}{text[end..]}",
            $"{cyan}{Margin}{red} {mark}{reset}",
        ];
        int room = Math.Max(20, width - Margin.Length);
        string oneLine = message.ReplaceLineEndings(" ").Replace('\t', ' ');
        lines.AddRange(TextLines.Wrap(oneLine, room).Select(l => $"{cyan}{Margin}{red}{l.TrimEnd()}{reset}"));
        return lines;
    }

    private IEnumerable<string> Paint(string reason, string message)
    {
        string[] lines = message.ReplaceLineEndings("\n").Split('\n');
        yield return $"{red}{reason}: {lines[0]}{reset}";
        foreach (string line in lines.Skip(1))
        {
            yield return $"{red}{line}{reset}";
        }
    }
}
