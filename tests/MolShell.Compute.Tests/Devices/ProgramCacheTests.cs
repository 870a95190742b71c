using MolShell.Compute.Devices.Kernels;
using Xunit;

namespace MolShell.Compute.Tests.Devices;

public sealed class ProgramCacheTests : IDisposable
{
    private static readonly byte[] Program = [1, 2, 3, 4];

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"molshell-{Guid.NewGuid():n}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Program_comes_back_and_leaves_no_other_file()
    {
        ProgramCache cache = new(folder);
        Assert.Null(cache.Find("a"));
        cache.Add("a", Program);
        Assert.Equal(Program, cache.Find("a"));
        Assert.Null(cache.Find("b"));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(35)]
    public void File_cut_short_counts_as_absent(int length)
    {
        ProgramCache cache = new(folder);
        cache.Add("a", Program);
        string file = Assert.Single(Directory.GetFiles(folder));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        Assert.Null(cache.Find("a"));
        cache.Add("a", Program);
        Assert.Equal(Program, cache.Find("a"));
    }

    [Fact]
    public void Key_tells_apart_texts_that_are_divided_elsewhere() => Assert.NotEqual(
        ProgramCache.KeyOf("ab", "c"), ProgramCache.KeyOf("a", "bc"));

    [Fact]
    public void Folder_that_cannot_be_written_is_no_error()
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, string.Empty);
        ProgramCache cache = new(Path.Combine(file, "below"));
        cache.Add("a", Program);
        Assert.Null(cache.Find("a"));
    }
}
