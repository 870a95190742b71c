using MolShell.HelpBuilder;

namespace MolShell.Tests.Conventions;

/// <summary>The help files say what the code says.</summary>
public sealed class HelpTests
{
    [Fact]
    public void Help_is_what_the_doc_comments_give_now()
    {
        string path = Path.Combine(Module.Root, "en-US", "MolShell.dll-Help.xml");
        Assert.True(File.Exists(path), $"{path} is missing: run MolShell.HelpBuilder.");
        Assert.True(
            HelpDocument.Build(Module.Assembly) == File.ReadAllText(path).ReplaceLineEndings("\n"),
            "The doc comments have changed: run MolShell.HelpBuilder, or build.ps1 -Task Help.");
    }

    [Theory]
    [InlineData("about_MolShell")]
    [InlineData("about_MolShell_Units")]
    [InlineData("about_MolShell_Paths")]
    [InlineData("about_MolShell_Networks")]
    [InlineData("about_MolShell_Ensembles")]
    [InlineData("about_MolShell_Structure")]
    [InlineData("about_MolShell_Engines")]
    [InlineData("about_MolShell_Host")]
    public void Topics_have_the_layout_that_PowerShell_reads(string topic)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Module.Root, "en-US", topic + ".help.txt"));
        Assert.Equal(["TOPIC", "    " + topic, "", "SHORT DESCRIPTION"], lines[..4]);
        Assert.Contains("LONG DESCRIPTION", lines);
        Assert.All(lines, l => Assert.True(l.Length <= 80, $"{topic}: longer than 80 characters: {l}"));
    }
}
