using MolShell.Host.Console;
using MolShell.Host.Console.Editing;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Console;

public sealed class PromptTests : IDisposable
{
    private readonly FakeTerminal terminal = new(100);
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public void KeepsVariablesAndGoesOnAfterErrors()
    {
        Assert.Equal(ExitCodes.Done, Run("$a = 40\n1/0\n$a + 2\n"));
        Assert.Equal("42\n", Shown());
        Assert.Contains("divide by zero", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AsksForMoreWhileTheInputIsIncomplete()
    {
        Run("foreach ($i in 1..2) {\n$i * 10\n}\n");
        Assert.Equal("10\n20\n", Shown());
        Assert.Contains(">> $i * 10", terminal.Rows);
    }

    [Fact]
    public void AnEmptyLineEndsIncompleteInput()
    {
        Run("if (\n\n1\n");
        Assert.Equal("1\n", Shown());
        Assert.Contains("ParserError", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ControlCForgetsTheLine()
    {
        terminal.Type("1 +").Control(ConsoleKey.C);
        Run("'next'\n");
        Assert.Equal("next\n", Shown());
    }

    [Fact]
    public void ExitLeavesWithItsCode() => Assert.Equal(5, Run("exit 5\n"));

    private int Run(string typed)
    {
        terminal.Type(typed).Control(ConsoleKey.D);
        ConsoleStreams streams = new(output, error, new ConsoleTraits(true, false, false, AllowsColors: false), TimeProvider.System, null);
        Session session = new(streams, CommandCatalog.Default());
        return new Prompt(new ScriptEngine(session), streams, new LineEditor(terminal, new LineHistory(), null)).Run();
    }

    /// <summary>What stands behind the greeting.</summary>
    private string Shown() => output.ToString()[(output.ToString().IndexOf('\n', StringComparison.Ordinal) + 1)..];
}
