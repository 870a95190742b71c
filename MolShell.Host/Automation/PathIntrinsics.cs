using System.Collections.ObjectModel;
using IOPath = System.IO.Path;

namespace System.Management.Automation;

/// <summary>Paths of the file system, relative to the session's folder.</summary>
public sealed class PathIntrinsics
{
    private readonly Func<string> currentFolder;

    internal PathIntrinsics(Func<string> currentFolder) => this.currentFolder = currentFolder;

    /// <summary>The session's folder.</summary>
    public PathInfo CurrentLocation => ToPathInfo(currentFolder());

    /// <summary>The session's folder.</summary>
    public PathInfo CurrentFileSystemLocation => CurrentLocation;

    /// <summary>The session's folder.</summary>
    /// <param name="providerName">FileSystem.</param>
    /// <returns>The folder.</returns>
    public PathInfo CurrentProviderLocation(string providerName) =>
        string.Equals(providerName, ProviderInfo.FileSystem.Name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(providerName, ProviderInfo.FileSystem.ToString(), StringComparison.OrdinalIgnoreCase)
            ? CurrentLocation
            : throw new ProviderNotFoundException($"Cannot find a provider with the name '{providerName}'.");

    /// <summary>Joins two parts of a path.</summary>
    /// <param name="parent">First part.</param>
    /// <param name="child">Second part.</param>
    /// <returns>The path.</returns>
    public string Combine(string parent, string child)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(child);
        char separator = IOPath.DirectorySeparatorChar;
        string first = Normalize(parent);
        string second = Normalize(child).TrimStart(separator);
        return first.Length == 0
            ? Normalize(child)
            : first.EndsWith(separator) ? first + second : first + separator + second;
    }

    /// <summary>Full path of a file that need not exist.</summary>
    /// <param name="path">A path.</param>
    /// <returns>The full path.</returns>
    public string GetUnresolvedProviderPathFromPSPath(string path) => GetUnresolvedProviderPathFromPSPath(path, out _, out _);

    /// <summary>Full path of a file that need not exist.</summary>
    /// <param name="path">A path.</param>
    /// <param name="provider">The file system.</param>
    /// <param name="drive">Its drive.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="ProviderNotFoundException">The path names another provider.</exception>
    /// <exception cref="DriveNotFoundException">The path names a drive that does not exist.</exception>
    public string GetUnresolvedProviderPathFromPSPath(string path, out ProviderInfo provider, out PSDriveInfo drive)
    {
        string full = ToFullPath(path);
        provider = ProviderInfo.FileSystem;
        drive = DriveOf(full);
        return full;
    }

    /// <summary>Full paths of the files and folders that match, folders first, then by name.</summary>
    /// <param name="path">A path, with wildcards or not.</param>
    /// <param name="provider">The file system.</param>
    /// <returns>The full paths; none where wildcards match nothing.</returns>
    /// <exception cref="ItemNotFoundException">A path without wildcards does not exist.</exception>
    public Collection<string> GetResolvedProviderPathFromPSPath(string path, out ProviderInfo provider)
    {
        provider = ProviderInfo.FileSystem;
        if (WildcardPattern.ContainsWildcardCharacters(path))
        {
            return new Collection<string>([.. Expand(ToFullPath(path))]);
        }

        string full = ToFullPath(WildcardPattern.Unescape(path));
        return IOPath.Exists(full)
            ? [full]
            : throw new ItemNotFoundException($"Cannot find path '{full}' because it does not exist.");
    }

    /// <summary>The files and folders that match.</summary>
    /// <param name="path">A path, with wildcards or not.</param>
    /// <returns>The paths.</returns>
    public Collection<PathInfo> GetResolvedPSPathFromPSPath(string path) =>
        new([.. GetResolvedProviderPathFromPSPath(path, out _).Select(ToPathInfo)]);

    /// <summary>Whether a path starts with a provider's name.</summary>
    /// <param name="path">A path.</param>
    /// <returns>Whether it does.</returns>
    public bool IsProviderQualified(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Contains("::", StringComparison.Ordinal);
    }

    /// <summary>Last part of a path.</summary>
    /// <param name="path">A path.</param>
    /// <returns>The part.</returns>
    public string ParseChildName(string path) => IOPath.GetFileName(Normalize(path).TrimEnd(IOPath.DirectorySeparatorChar));

    /// <summary>A path without its last part.</summary>
    /// <param name="path">A path.</param>
    /// <param name="root">A root above which nothing is given.</param>
    /// <returns>The path.</returns>
    public string ParseParent(string path, string? root)
    {
        string plain = Normalize(path).TrimEnd(IOPath.DirectorySeparatorChar);
        string parent = IOPath.GetDirectoryName(plain) ?? string.Empty;
        return root is { Length: > 0 } && string.Equals(plain, Normalize(root), StringComparison.Ordinal) ? string.Empty : parent;
    }

    private static PSDriveInfo DriveOf(string full) => new(IOPath.GetPathRoot(full) ?? full, ProviderInfo.FileSystem);

    private static PathInfo ToPathInfo(string full) => new(full, DriveOf(full));

    // PowerShell takes both slashes on every system.
    private static string Normalize(string path) =>
        path.Replace(IOPath.DirectorySeparatorChar == '/' ? '\\' : '/', IOPath.DirectorySeparatorChar);

    private static string[] Expand(string full)
    {
        string root = IOPath.GetPathRoot(full) ?? string.Empty;
        IEnumerable<string> found = [root];
        foreach (string part in full[root.Length..].Split(IOPath.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            found = ExpandPart(found, part);
        }

        return found.ToArray();
    }

    private static IEnumerable<string> ExpandPart(IEnumerable<string> folders, string part)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(part))
        {
            string plain = WildcardPattern.Unescape(part);
            return folders.Select(f => IOPath.Combine(f, plain)).Where(p => IOPath.Exists(p));
        }

        WildcardPattern pattern = new(part, WildcardOptions.IgnoreCase);
        return folders.Where(IO.Directory.Exists).SelectMany(f =>
            Matches(IO.Directory.EnumerateDirectories(f), pattern).Concat(Matches(IO.Directory.EnumerateFiles(f), pattern)));
    }

    private static IOrderedEnumerable<string> Matches(IEnumerable<string> paths, WildcardPattern pattern) =>
        paths.Where(p => pattern.IsMatch(IOPath.GetFileName(p)))
            .OrderBy(p => IOPath.GetFileName(p), StringComparer.InvariantCultureIgnoreCase);

    private string ToFullPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string rest = Normalize(WithoutProvider(path));
        if (rest == "~" || rest.StartsWith("~" + IOPath.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            rest = ProviderInfo.FileSystem.Home + rest[1..];
        }

        int colon = rest.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && rest.AsSpan(0, colon).IndexOf(IOPath.DirectorySeparatorChar) < 0 && !IOPath.IsPathRooted(rest))
        {
            throw new DriveNotFoundException(
                $"Cannot find drive. A drive with the name '{rest[..colon]}' does not exist.");
        }

        return IOPath.GetFullPath(rest, currentFolder());
    }

    private static string WithoutProvider(string path)
    {
        int mark = path.IndexOf("::", StringComparison.Ordinal);
        if (mark < 0)
        {
            return path;
        }

        string name = path[..mark];
        return string.Equals(name, "FileSystem", StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, ProviderInfo.FileSystem.ToString(), StringComparison.OrdinalIgnoreCase)
                ? path[(mark + 2)..]
                : throw new ProviderNotFoundException($"Cannot find a provider with the name '{name}'.");
    }
}
