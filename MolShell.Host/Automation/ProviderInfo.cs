namespace System.Management.Automation;

/// <summary>A provider; molshell has the file system only.</summary>
public class ProviderInfo
{
    internal ProviderInfo(string name) => Name = name;

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>The user's home.</summary>
    public string Home { get; set; } = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    internal static ProviderInfo FileSystem { get; } = new("FileSystem");

    /// <inheritdoc/>
    public override string ToString() => @"Microsoft.PowerShell.Core\" + Name;
}
