using System.Collections.ObjectModel;
using System.Management.Automation;

namespace MolShell.Infrastructure;

/// <summary>From the paths that users write to those that the file system knows.</summary>
internal static class FileSystemPath
{
    private const string ProviderName = "FileSystem";

    /// <summary>The full path of a file that may not exist yet; wildcards have no meaning in it.</summary>
    public static string ForOutput(PSCmdlet command, string path)
    {
        string resolved = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        RequireFileSystem(command, path, provider);
        return resolved;
    }

    /// <summary>The full paths of existing files that paths with wildcards name; writes an error for each that names none.</summary>
    public static IEnumerable<string> ForInput(PSCmdlet command, IEnumerable<string> paths, bool literal)
    {
        foreach (string path in paths)
        {
            if (literal)
            {
                yield return ForOutput(command, path);
                continue;
            }

            Collection<string> files;
            ProviderInfo provider;
            try
            {
                files = command.GetResolvedProviderPathFromPSPath(path, out provider);
            }
            catch (ItemNotFoundException exception)
            {
                command.WriteError(Errors.FileNotFound(exception, path));
                continue;
            }

            RequireFileSystem(command, path, provider);
            if (files.Count == 0)
            {
                command.WriteError(Errors.FileNotFound(new FileNotFoundException($"No file matches '{path}'."), path));
            }

            foreach (string file in files)
            {
                yield return file;
            }
        }
    }

    private static void RequireFileSystem(PSCmdlet command, string path, ProviderInfo provider)
    {
        if (provider.Name != ProviderName)
        {
            command.ThrowTerminatingError(Errors.NotAFileSystemPath(path, provider.Name));
        }
    }
}
