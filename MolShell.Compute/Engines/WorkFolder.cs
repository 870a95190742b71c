namespace MolShell.Compute.Engines;

/// <summary>
/// A folder for the files of one run of an outside program. It holds a locked file while it is in use; the system lets go of the lock when
/// this process dies, so that what a kill left behind can be told from what is in use.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private const string LockName = "in-use";

    private readonly FileStream inUse;

    private WorkFolder(string path)
    {
        Path = path;
        inUse = new FileStream(this[LockName], FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    public string Path { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Makes a folder of a new name.</summary>
    /// <param name="parent">Where; it is made when it is missing.</param>
    /// <param name="prefix">How the name begins.</param>
    public static WorkFolder Create(string parent, string prefix)
    {
        string path;
        do
        {
            path = System.IO.Path.Combine(parent, prefix + System.IO.Path.GetRandomFileName().Replace(".", string.Empty, StringComparison.Ordinal));
        }
        while (Directory.Exists(path));

        Directory.CreateDirectory(path);
        return new WorkFolder(path);
    }

    /// <summary>Removes the folders that processes left which died.</summary>
    /// <returns>How many there were.</returns>
    public static int RemoveOrphans(string parent, string prefix)
    {
        int removed = 0;
        foreach (string folder in Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, prefix + "*") : [])
        {
            try
            {
                // A folder without the file is being made at this moment.
                new FileStream(System.IO.Path.Combine(folder, LockName), FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
                Directory.Delete(folder, recursive: true);
                removed++;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // In use, or of another user.
            }
        }

        return removed;
    }

    public void Dispose()
    {
        inUse.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A file of a network disk that is still open somewhere; the next engine removes it.
        }
    }
}
