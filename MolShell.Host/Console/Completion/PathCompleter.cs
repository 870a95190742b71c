namespace MolShell.Host.Console.Completion;

/// <summary>Completes paths of files and folders.</summary>
internal static class PathCompleter
{
    /// <summary>The paths that begin with a text; those with blanks in quotes, folders with a slash behind.</summary>
    /// <param name="text">The text, perhaps behind an open quote.</param>
    /// <param name="folder">Folder that relative paths start from.</param>
    public static IEnumerable<string> Complete(string text, string folder)
    {
        bool isQuoted = text.Length > 0 && text[0] is '\'' or '"';
        string quote = isQuoted ? text[..1] : "'";
        string path = isQuoted ? text[1..] : text;
        int slash = path.LastIndexOf(Path.DirectorySeparatorChar);
        string parent = path[..(slash + 1)];
        string start = path[(slash + 1)..];
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string full = Path.Combine(folder, parent.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, parent[2..]) : parent);
        return Names(full, start).Select(n => isQuoted || (parent + n).Any(NeedsQuotes) ? Quoted(parent + n, quote) : parent + n);
    }

    private static IEnumerable<string> Names(string folder, string start)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        EnumerationOptions options = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };
        return new DirectoryInfo(folder).EnumerateFileSystemInfos("*", options)
            .Where(e => e.Name.StartsWith(start, StringComparison.Ordinal) && (start.Length > 0 || !e.Name.StartsWith('.')))
            .Select(e => e is DirectoryInfo ? e.Name + Path.DirectorySeparatorChar : e.Name)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>In quotes, which stay open behind a folder.</summary>
    private static string Quoted(string path, string quote) =>
        quote + path + (path.EndsWith(Path.DirectorySeparatorChar) ? "" : quote);

    private static bool NeedsQuotes(char c) => char.IsWhiteSpace(c) || "'\"`$|;&(){}<>,@#".Contains(c, StringComparison.Ordinal);
}
