using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Automation;

public sealed class PathIntrinsicsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-paths").FullName;
    private readonly PathIntrinsics paths;

    public PathIntrinsicsTests()
    {
        Session session = new(new RecordedStreams(), new CommandCatalog(Array.Empty<Type>())) { CurrentFolder = folder };
        paths = session.State.Path;
        foreach (string file in new[] { "b.txt", "A.txt", "c.dat", Path.Combine("sub", "d.txt"), "x[1].txt" })
        {
            string full = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, file);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("b.txt", "b.txt")]
    [InlineData("./b.txt", "b.txt")]
    [InlineData("sub/../b.txt", "b.txt")]
    [InlineData(@"sub\d.txt", "sub/d.txt")]
    [InlineData("new/file", "new/file")]
    [InlineData("FileSystem::b.txt", "b.txt")]
    [InlineData(@"Microsoft.PowerShell.Core\FileSystem::b.txt", "b.txt")]
    [InlineData("*.txt", "*.txt")]
    public void A_path_starts_from_the_sessions_folder(string path, string expected) =>
        Assert.Equal(Path.GetFullPath(expected, folder), paths.GetUnresolvedProviderPathFromPSPath(path));

    [Fact]
    public void Home_and_absolute_paths_stay()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal(Path.Combine(home, "x"), paths.GetUnresolvedProviderPathFromPSPath("~/x"));
        Assert.Equal(Path.GetFullPath("/x"), paths.GetUnresolvedProviderPathFromPSPath("/x"));
    }

    [Theory]
    [InlineData("*.txt", "A.txt|b.txt|x[1].txt")]
    [InlineData("?.txt", "A.txt|b.txt")]
    [InlineData("*", "sub|A.txt|b.txt|c.dat|x[1].txt")]
    [InlineData("*/*.txt", "sub/d.txt")]
    [InlineData("sub/d.txt", "sub/d.txt")]
    [InlineData("x`[1`].txt", "x[1].txt")]
    [InlineData("*.none", "")]
    public void Wildcards_find_folders_first_then_by_name(string path, string expected)
    {
        IEnumerable<string> found = paths.GetResolvedProviderPathFromPSPath(path, out _);
        Assert.Equal(expected, string.Join('|', found.Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'))));
    }

    [Fact]
    public void A_file_that_is_missing_is_an_error()
    {
        ItemNotFoundException e = Assert.Throws<ItemNotFoundException>(() => paths.GetResolvedProviderPathFromPSPath("none.txt", out _));
        Assert.Equal("PathNotFound", e.ErrorRecord.FullyQualifiedErrorId);
        Assert.Contains("none.txt", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_providers_and_drives_are_errors()
    {
        Assert.Throws<ProviderNotFoundException>(() => paths.GetUnresolvedProviderPathFromPSPath("Registry::x"));
        Assert.Throws<System.Management.Automation.DriveNotFoundException>(() => paths.GetUnresolvedProviderPathFromPSPath("nodrive:x"));
    }
}
