namespace System.Management.Automation;

/// <summary>A path with its drive and provider.</summary>
public sealed class PathInfo
{
    internal PathInfo(string path, PSDriveInfo drive)
    {
        Path = path;
        Drive = drive;
    }

    /// <summary>The path.</summary>
    public string Path { get; }

    /// <summary>The path as the file system knows it.</summary>
    public string ProviderPath => Path;

    /// <summary>The drive.</summary>
    public PSDriveInfo Drive { get; }

    /// <summary>The file system.</summary>
    public ProviderInfo Provider => Drive.Provider;

    /// <inheritdoc/>
    public override string ToString() => Path;
}
