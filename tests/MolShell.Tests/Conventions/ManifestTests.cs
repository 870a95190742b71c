using System.Xml.Linq;

namespace MolShell.Tests.Conventions;

/// <summary>The manifest says what the code has.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Exports_are_the_cmdlets() =>
        Assert.Equal(Module.Cmdlets.Select(c => c.Name), Module.Manifest("CmdletsToExport").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Nothing_else_is_exported(string key) => Assert.Empty(Module.Manifest(key));

    [Fact]
    public void Version_is_that_of_the_build()
    {
        XDocument properties = XDocument.Load(Path.Combine(Module.Root, "Directory.Build.props"));
        Assert.Equal([properties.Descendants("VersionPrefix").Single().Value], Module.Manifest("ModuleVersion"));
    }

    [Fact]
    public void All_format_files_are_loaded() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Module.Root, "Formats"), "*.ps1xml").Select(f => "Formats/" + Path.GetFileName(f)).Order(StringComparer.Ordinal),
        Module.Manifest("FormatsToProcess").Order(StringComparer.Ordinal));
}
