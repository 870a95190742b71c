using System.Management.Automation;
using MolShell.Host.Pipeline;
using MolShell.Tests.Host.TestCommands;

namespace MolShell.Tests.Host.Pipeline;

public sealed class CommandCatalogTests
{
    private readonly CommandCatalog catalog = CommandCatalog.Default();

    [Theory]
    [InlineData("Where-Object", "Where-Object")]
    [InlineData("WHERE-object", "Where-Object")]
    [InlineData("?", "Where-Object")]
    [InlineData("%", "ForEach-Object")]
    [InlineData("foreach", "ForEach-Object")]
    [InlineData("select", "Select-Object")]
    [InlineData("measure", "Measure-Object")]
    [InlineData("group", "Group-Object")]
    [InlineData("echo", "Write-Output")]
    [InlineData(@"Microsoft.PowerShell.Utility\Sort-Object", "Sort-Object")]
    [InlineData(@"MolShell\New-ToySystem", "New-ToySystem")]
    public void Names_and_aliases_are_found_without_case(string name, string command) =>
        Assert.Equal(command, catalog.Find(name).Name);

    [Theory]
    [InlineData("Get-ChildItem", "'Get-ChildItem' needs PowerShell 7.6")]
    [InlineData("ls", "'ls' (Get-ChildItem) needs PowerShell 7.6")]
    [InlineData("Write-Verbose", "'Write-Verbose' needs PowerShell 7.6")]
    [InlineData("Wehre-Object", "Did you mean Where-Object")]
    [InlineData("Start-MolecularDynamic", "Did you mean Start-MolecularDynamics?")]
    [InlineData("xyz", "The term 'xyz' is not recognized")]
    [InlineData(@"Other\Sort-Object", "is not recognized")]
    public void A_missing_command_says_what_to_do(string name, string expected)
    {
        CommandNotFoundException e = Assert.Throws<CommandNotFoundException>(() => catalog.Find(name));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Equal("CommandNotFoundException", e.ErrorRecord.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, e.ErrorRecord.CategoryInfo.Category);
        Assert.Equal(name, e.ErrorRecord.TargetObject);
    }

    [Fact]
    public void Sort_is_a_program_outside_of_Windows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An alias on Windows.");
        CommandNotFoundException e = Assert.Throws<CommandNotFoundException>(() => catalog.Find("sort"));
        Assert.Contains("Write Sort-Object", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_commands_of_a_name_are_refused() =>
        Assert.Throws<MetadataException>(() => new CommandCatalog([typeof(TestLifeCommand), typeof(TestLifeCommand)]));

    [Fact]
    public void Every_command_has_sound_parameters()
    {
        Assert.All(catalog.Commands, c => Assert.NotEmpty(c.Parameters));
        Assert.All(catalog.Commands, c => Assert.NotEmpty(CommandSyntax.Of(c)));
    }
}
