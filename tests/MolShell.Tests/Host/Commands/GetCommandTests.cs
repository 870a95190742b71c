using System.Management.Automation;

namespace MolShell.Tests.Host.Commands;

public sealed class GetCommandTests
{
    [Theory]
    [InlineData("Get-Command *-Object", "ForEach-Object|Group-Object|Measure-Object|Select-Object|Sort-Object|Tee-Object|Where-Object")]
    [InlineData("Get-Command -Verb Join", "Join-Path")]
    [InlineData("Get-Command -Noun toysys*", "New-ToySystem")]
    [InlineData("Get-Command where,select", "select|where")]
    [InlineData("Get-Command w* -CommandType Alias", "where")]
    [InlineData("Get-Command *-Null -Module Microsoft*", "Out-Null")]
    [InlineData("Get-Command *-Null -Module MolShell", "")]
    public void Commands_are_found_by_name_verb_noun_and_module(string script, string expected) =>
        Assert.Equal(expected, string.Join('|', Run(script).Output.Cast<CommandInfo>().Select(c => c.Name).Order(StringComparer.Ordinal)));

    [Fact]
    public void A_command_tells_its_module_and_class()
    {
        CmdletInfo info = Assert.IsType<CmdletInfo>(Assert.Single(Run("Get-Command New-ToySystem").Output));
        Assert.Equal(("MolShell", "New", "ToySystem", CommandTypes.Cmdlet), (info.Source, info.Verb, info.Noun, info.CommandType));
        Assert.Equal("MolShell.Commands.Systems.NewToySystemCommand", info.ImplementingType.FullName);
        Assert.Equal(typeof(GetCommandTests).Assembly.GetName().Version!.ToString(3), info.Version!.ToString());
        Assert.StartsWith("New-ToySystem ", info.Definition, StringComparison.Ordinal);
        AliasInfo alias = Assert.IsType<AliasInfo>(Assert.Single(Run("Get-Command select").Output));
        Assert.Equal("Select-Object", alias.ResolvedCommand.Name);
    }

    [Fact]
    public void A_name_that_is_no_command_is_an_error_and_a_pattern_is_not()
    {
        ErrorRecord error = Assert.Single(Run("Get-Command Nope-Command").Errors);
        Assert.Equal("CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Empty(Run("Get-Command Nope*").Errors);
    }

    private static RunResult Run(string script) => MolShellRunner.Run(script);
}
