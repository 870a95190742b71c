namespace MolShell.Infrastructure;

/// <summary>Writes a whole file or none of it: a fault or a kill half way leaves what was there before.</summary>
internal static class OutputFile
{
    /// <summary>Checks that a file can stand at a full path.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The path is a folder itself.</exception>
    public static void RequirePlace(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{path}' cannot be written: the folder '{folder}' does not exist.");
        }

        if (folder is null || Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"'{path}' cannot be written: it is a folder.");
        }
    }

    /// <summary>Writes beside the target and then moves into its place.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="force">Replaces a read-only file too.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder denies it.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static void Write(string path, bool force, Action<TextWriter> write)
    {
        RequirePlace(path);
        string folder = Path.GetDirectoryName(path)!;
        FileInfo target = new(path);
        if (target is { Exists: true, IsReadOnly: true } && !force)
        {
            throw new UnauthorizedAccessException($"'{path}' cannot be written: it is read-only. Use -Force to replace it.");
        }

        string temporary = Path.Combine(folder, $".{target.Name}.{Path.GetRandomFileName()}");
        try
        {
            using (StreamWriter writer = new(temporary))
            {
                write(writer);
            }

            if (target is { Exists: true, IsReadOnly: true })
            {
                target.IsReadOnly = false;
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"'{path}' cannot be written: access to '{folder}' is denied.", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
