namespace MolShell.Compute.Tests.Engines;

/// <summary>Processes that run in a folder or below, found through /proc.</summary>
internal static class RunningPrograms
{
    /// <summary>Numbers and arguments of the processes.</summary>
    public static IEnumerable<(int Id, string[] Arguments)> In(string folder)
    {
        foreach (string entry in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), out int id) && Look(entry, folder) is { Length: > 1 } arguments)
            {
                yield return (id, arguments);
            }
        }
    }

    /// <summary>Those that are still there after two seconds, as text for messages.</summary>
    public static string[] LeftIn(string folder)
    {
        string[] left = [];
        for (int i = 0; i < 200; i++)
        {
            left = [.. In(folder).Select(p => $"{p.Id}: {string.Join(' ', p.Arguments)}")];
            if (left.Length == 0)
            {
                break;
            }

            Thread.Sleep(10);
        }

        return left;
    }

    // A process that ended meanwhile, or whose entry alone is left, has no folder any more.
    private static string[]? Look(string entry, string folder)
    {
        try
        {
            string? place = new FileInfo(Path.Combine(entry, "cwd")).LinkTarget;
            return place is not null && (place + '/').StartsWith(folder + '/', StringComparison.Ordinal)
                ? File.ReadAllText(Path.Combine(entry, "cmdline")).Split('\0')
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
