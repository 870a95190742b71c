using MolShell.Host.Console;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Console;

public class CommandLineTests
{
    [Fact]
    public void AScriptTakesAllThatFollows()
    {
        CommandLine line = Parse("-NoProfile", "run.ps1", "-Step", "100", "-Force", "-Name:x", "-Quiet:$false", "-5", "plain", "-c");
        Assert.Equal(LaunchKind.File, line.Kind);
        Assert.Equal("run.ps1", line.Text);
        Assert.Equal(
            ["Step//", "/100/String", "Force//", "Name/x/String", "Quiet/False/Boolean", "/-5/String", "/plain/String", "c//"],
            line.Arguments.Select(Describe));
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-c")]
    [InlineData("-COMM")]
    [InlineData("--command")]
    public void ACommandIsAllThatFollows(string option)
    {
        CommandLine line = Parse("-nop", "-nologo", option, "New-ToySystem", "-Potential", "Harmonic");
        Assert.Equal((LaunchKind.Command, "New-ToySystem -Potential Harmonic"), (line.Kind, line.Text));
    }

    [Theory]
    [InlineData("-File", "a.ps1", LaunchKind.File)]
    [InlineData("-f", "-", LaunchKind.StandardInput)]
    [InlineData("-c", "-", LaunchKind.StandardInput)]
    [InlineData("-Help", null, LaunchKind.Usage)]
    [InlineData("-h", null, LaunchKind.Usage)]
    [InlineData("-?", null, LaunchKind.Usage)]
    [InlineData("--help", null, LaunchKind.Usage)]
    [InlineData("--version", null, LaunchKind.Version)]
    [InlineData("-", null, LaunchKind.StandardInput)]
    [InlineData("-NonInteractive", null, LaunchKind.Prompt)]
    public void OptionsAreKnown(string first, string? second, object expected) =>
        Assert.Equal(expected, Parse(second is null ? [first] : [first, second]).Kind);

    [Fact]
    public void WithoutArgumentsItPromptsOnlyAtATerminal()
    {
        Assert.Equal(LaunchKind.Prompt, CommandLine.Parse([], inputIsTerminal: true).Kind);
        Assert.Equal(LaunchKind.StandardInput, CommandLine.Parse([], inputIsTerminal: false).Kind);
    }

    [Fact]
    public void NonInteractiveAsksNothing()
    {
        Assert.True(Parse("-c", "1").IsInteractive);
        Assert.False(Parse("-NonInteractive", "-c", "1").IsInteractive);
    }

    [Theory]
    [InlineData("-Wrong", "-Wrong")]
    [InlineData("-Command", "-Command")]
    [InlineData("-File", "-File")]
    public void WhatIsNotUnderstoodIsNamed(string argument, string named) =>
        Assert.Contains($"'{named}'", Assert.Throws<UsageException>(() => Parse(argument)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheStandardInputTakesNoArguments() => Assert.Throws<UsageException>(() => Parse("-", "-Step", "1"));

    private static CommandLine Parse(params string[] arguments) => CommandLine.Parse(arguments, inputIsTerminal: true);

    private static string Describe(CommandArgument argument) => $"{argument.Name}/{argument.Value}/{argument.Value?.GetType().Name}";
}
