namespace MolShell.Host.Language.Syntax;

/// <summary>The text of a script and where it came from; turns offsets into lines and columns.</summary>
internal sealed class ScriptSource
{
    private readonly List<int> lineStarts = [0];

    /// <param name="text">The whole text.</param>
    /// <param name="path">The full path of the file, or null for text that came from the command line or the prompt.</param>
    public ScriptSource(string text, string? path = null)
    {
        Text = text;
        Path = path;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    public string Text { get; }

    public string? Path { get; }

    /// <summary>The line and column of an offset, both counted from 1.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        int index = lineStarts.BinarySearch(offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - lineStarts[line] + 1);
    }

    /// <summary>The text of a line (counted from 1) without its line end.</summary>
    public string Line(int line)
    {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.Count ? lineStarts[line] - 1 : Text.Length;
        return Text[start..end].TrimEnd('\r');
    }

    public string Slice(SourceSpan span) => Text[span.Start..span.End];
}
