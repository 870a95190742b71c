namespace System.Management.Automation;

/// <summary>A drive; on Linux and macOS there is one, named /.</summary>
public class PSDriveInfo
{
    internal PSDriveInfo(string root, ProviderInfo provider)
    {
        Root = root;
        Name = root.Length > 1 && root[1] == ':' ? root[..1] : root;
        Provider = provider;
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Root folder.</summary>
    public string Root { get; }

    /// <summary>The file system.</summary>
    public ProviderInfo Provider { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
