namespace MolShell.Host.Console.Editing;

/// <summary>The lines typed so far, and the place in them while a new one is typed.</summary>
internal sealed class LineHistory
{
    private readonly List<string> lines = [];
    private string unfinished = "";
    private int at;

    /// <summary>Adds a line, unless it is empty or the same as the last, and begins again behind it.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (lines.Count == 0 || lines[^1] != line))
        {
            lines.Add(line);
        }

        Rewind();
    }

    /// <summary>Begins again behind the last line.</summary>
    public void Rewind()
    {
        at = lines.Count;
        unfinished = "";
    }

    /// <summary>The line before; null at the first.</summary>
    /// <param name="current">The line as it stands, to come back to.</param>
    public string? Back(string current)
    {
        if (at == 0)
        {
            return null;
        }

        if (at == lines.Count)
        {
            unfinished = current;
        }

        return lines[--at];
    }

    /// <summary>The next line, at the end the unfinished one; null behind it.</summary>
    public string? Forward()
    {
        if (at == lines.Count)
        {
            return null;
        }

        at++;
        return at == lines.Count ? unfinished : lines[at];
    }
}
