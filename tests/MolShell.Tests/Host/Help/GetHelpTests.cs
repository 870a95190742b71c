using System.Management.Automation;
using MolShell.Host.Help;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Help;

public class GetHelpTests
{
    [Fact]
    public void ACommandIsLaidOutAsInPowerShell()
    {
        string text = Text("Get-Help New-StateVolume");
        Assert.StartsWith("\nNAME\n    New-StateVolume\n\nSYNOPSIS\n    Defines a stable state", text, StringComparison.Ordinal);
        Assert.Contains("\nSYNTAX\n    New-StateVolume [-Variable] <CollectiveVariable[]> [-Maximum <Double>]", text, StringComparison.Ordinal);
        Assert.Contains("\nRELATED LINKS\n    New-CollectiveVariable\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PARAMETERS", text, StringComparison.Ordinal);
    }

    [Fact]
    public void DetailGrowsWithTheView()
    {
        string examples = Text("Get-Help New-StateVolume -Examples");
        string detailed = Text("Get-Help New-StateVolume -Detailed");
        string full = Text("Get-Help New-StateVolume -Full");
        Assert.Contains("    PS > $x = New-CollectiveVariable -Coordinate 0\n", examples, StringComparison.Ordinal);
        Assert.DoesNotContain("SYNTAX", examples, StringComparison.Ordinal);
        Assert.Contains("    -Maximum <Double>\n        Upper end of the range", detailed, StringComparison.Ordinal);
        Assert.DoesNotContain("Required?", detailed, StringComparison.Ordinal);
        Assert.Contains("        Required?                    false\n", full, StringComparison.Ordinal);
    }

    [Fact]
    public void OneParameterIsShownAlone()
    {
        string text = Text("Get-Help New-StateVolume -Parameter max*");
        Assert.StartsWith("-Maximum <Double>\n    Upper end of the range", text, StringComparison.Ordinal);
        Assert.DoesNotContain("-Minimum <", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AliasesAndCoreCommandsHaveHelp() =>
        Assert.Contains("SYNTAX\n    Measure-Object [[-Property] <", Text("help measure"), StringComparison.Ordinal);

    [Fact]
    public void TopicsAreTexts() =>
        Assert.StartsWith("TOPIC\n    about_MolShell_Units", Text("Get-Help about_molshell_units"), StringComparison.Ordinal);

    [Fact]
    public void WildcardsList()
    {
        RunResult result = MolShellRunner.Run("Get-Help *PathS*");
        Assert.Equal(
            ["Export-PathSampling", "Import-PathSampling", "Measure-PathStatistic", "Start-PathSampling", "about_MolShell_Paths"],
            result.Output.Select(o => Assert.IsType<HelpTopic>(PSObject.Unwrap(o)).Name));
    }

    [Theory]
    [InlineData("Get-Help New-StateVolumes", "New-StateVolume")]
    [InlineData("Get-Help dynamics", "Start-MolecularDynamics")]
    [InlineData("Get-Help nothing_such", "Get-Help *")]
    public void AnUnknownNameIsAnErrorWithAHint(string script, string hint)
    {
        ErrorRecord error = Assert.Single(MolShellRunner.Run(script).Errors);
        Assert.StartsWith("HelpNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(hint, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownParameterNamesTheOthers()
    {
        RunResult result = MolShellRunner.Run("Get-Help New-StateVolume -Parameter Foo");
        Assert.Contains("Maximum", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryCommandHasHelpThatFits()
    {
        HelpLibrary library = new(CommandCatalog.Default());
        Assert.All(library.Commands, command =>
        {
            Assert.NotEmpty(command.Synopsis);
            Assert.NotEmpty(command.Syntax);
            string[] lines = HelpView.Command(command with { Examples = [] }, HelpDetail.Full, 80).Split('\n');
            Assert.DoesNotContain(lines, l => l.Length > 80);
        });
    }

    private static string Text(string script)
    {
        RunResult result = MolShellRunner.Run(script);
        Assert.Empty(result.Errors);
        return result.Text().ReplaceLineEndings("\n");
    }
}
