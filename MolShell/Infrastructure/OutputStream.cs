using System.IO.Compression;

namespace MolShell.Infrastructure;

/// <summary>
/// A file that is written over a while, compressed where its name ends with .gz: beside its place until <see cref="Commit"/>, so that half a
/// file never stands there; or, appending, in its place at once.
/// </summary>
internal sealed class OutputStream : IDisposable
{
    private readonly string path;
    private readonly string? temporary;

    /// <param name="path">Full path of the file.</param>
    /// <param name="append">Whether to add to the end of what is there.</param>
    /// <param name="force">Replaces a read-only file too.</param>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder denies it.</exception>
    public OutputStream(string path, bool append, bool force)
    {
        this.path = path;
        FileInfo target = new(path);
        if (target is { Exists: true, IsReadOnly: true })
        {
            if (!force)
            {
                throw new UnauthorizedAccessException($"'{path}' cannot be written: it is read-only. Use -Force to replace it.");
            }

            target.IsReadOnly = false;
        }

        FileStream file;
        if (append)
        {
            // Formats with a count of frames at their begin go back to it.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            file.Position = file.Length;
        }
        else
        {
            temporary = Path.Combine(target.DirectoryName!, $".{target.Name}.{Path.GetRandomFileName()}");
            file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
        }

        Stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Optimal) : file;
    }

    public Stream Stream { get; }

    /// <summary>Ends the file and puts it into its place.</summary>
    public void Commit()
    {
        Stream.Dispose();
        if (temporary is not null)
        {
            File.Move(temporary, path, overwrite: true);
        }
    }

    /// <summary>Ends the file; without <see cref="Commit"/> a new one is gone.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}
