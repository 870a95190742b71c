using System.Management.Automation;
using MolShell.Host.Console;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Console;

/// <summary>What a script shows and how it ends, where there is no terminal; the errors as PowerShell 7.6.5 showed them.</summary>
public sealed class ConsoleStreamsTests : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public void OutputAndErrorsGoTheirWays()
    {
        Assert.Equal(ExitCodes.Done, Run("1; 1/0; 'end'"));
        Assert.Equal("1\nend\n", output.ToString());
        Assert.Equal("RuntimeException: Attempted to divide by zero.\n", error.ToString());
    }

    [Fact]
    public void TheLineAtFaultIsMarked()
    {
        Run("1\n[int]\"x\"; 1/0");
        Assert.Equal(
            """
            InvalidArgument: 
            Line |
               2 |  [int]"x"; 1/0
                 |  ~~~~~~~~
                 | Cannot convert value "x" to type "System.Int32". Error: "The input
                 | string 'x' was not in a correct format."
            RuntimeException: 
            Line |
               2 |  [int]"x"; 1/0
                 |            ~~~
                 | Attempted to divide by zero.

            """,
            error.ToString());
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("1/0", 1)]
    [InlineData("1/0; 1", 0)]
    [InlineData("throw 'x'; 1", 1)]
    [InlineData("exit 7", 7)]
    [InlineData("1; if (", 2)]
    [InlineData("1; Get-ChildItem", 2)]
    public void TheExitCodeOfAText(string script, int expected)
    {
        Assert.Equal(expected, Run(script));
        Assert.True(expected != ExitCodes.Usage || output.ToString().Length == 0, "Nothing must run of a script that is refused.");
    }

    [Theory]
    [InlineData("param([int]$Step) $Step + 1", 0, "8\n")]
    [InlineData("param([switch]$Other) 1", 0, "1\n")]
    [InlineData("[CmdletBinding()] param([switch]$Other) 1", 2, "")]
    [InlineData("param([datetime]$Step) 1", 2, "")]
    [InlineData("1/0; 5", 0, "5\n")]
    [InlineData("5; throw 'x'; 6", 1, "5\n")]
    [InlineData("1; exit 3", 3, "1\n")]
    public void TheExitCodeOfAFile(string script, int expected, string shown)
    {
        ScriptEnd end = Runner().RunFile("/tmp/run.ps1", script, [CommandArgument.Named("Step"), CommandArgument.Positional("7")]);
        Assert.Equal((expected, shown), (end.ExitCode, output.ToString()));
        Assert.Equal(expected is 1 or 2 || script.StartsWith("1/0", StringComparison.Ordinal), error.ToString().Length > 0);
    }

    [Fact]
    public void RefusalsNameFileAndLine()
    {
        Runner().RunFile("/tmp/run.ps1", "1\n  Get-ChildItem", []);
        Assert.StartsWith(
            "ParserError: /tmp/run.ps1:2\nLine |\n   2 |  Get-ChildItem\n     |  ~~~~~~~~~~~~~\n"
            + "     | The command 'Get-ChildItem' needs PowerShell 7.6",
            error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WaitingRowsStandBeforeAMessage()
    {
        ConsoleStreams streams = Streams();
        streams.BeforeMessage = () => output.Write("[rows]");
        streams.WriteWarning("careful");
        streams.WriteVerbose("busy");
        Assert.Equal("[rows]WARNING: careful\n[rows]VERBOSE: busy\n", output.ToString());
    }

    [Fact]
    public void ProgressIsSilentWithoutATerminal()
    {
        Streams().WriteProgress(1, new ProgressRecord(0, "Work", "s"));
        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void ProgressGoesAwayBeforeOutput()
    {
        ConsoleTraits traits = new(false, false, ErrorIsTerminal: true, AllowsColors: true);
        ConsoleStreams streams = new(output, output, traits, TimeProvider.System, null);
        streams.WriteProgress(1, new ProgressRecord(0, "Work", "s"));
        streams.WriteHostLine("out");
        Assert.Equal("Work  s\r\u001b[Jout\n", output.ToString());
    }

    [Fact]
    public void QuestionsAreAskedUntilTheAnswerIsUnderstood()
    {
        Queue<string> answers = new(["x", "l"]);
        List<string> prompts = [];
        ConsoleStreams streams = new(output, error, Traits, TimeProvider.System, p =>
        {
            prompts.Add(p);
            return answers.Dequeue();
        });
        Assert.Equal(3, streams.PromptForChoice("Confirm", "Sure?", ["&Yes", "Yes to &All", "&No", "No to A&ll"], 0));
        Assert.Equal("\nConfirm\nSure?\n", output.ToString());
        Assert.Equal("[Y] Yes  [A] Yes to All  [N] No  [L] No to All  (default is \"Y\"): ", prompts[0]);
        Assert.Equal(2, prompts.Count);
    }

    [Fact]
    public void NobodyIsAskedWithoutATerminal() => Assert.Null(Streams().PromptForChoice("Confirm", "Sure?", ["&Yes", "&No"], 0));

    private static ConsoleTraits Traits { get; } = new(false, false, false, AllowsColors: false);

    private int Run(string script) => Runner().RunText(script).ExitCode;

    private ConsoleStreams Streams() => new(output, error, Traits, TimeProvider.System, null);

    private ScriptRunner Runner()
    {
        ConsoleStreams streams = Streams();
        return new ScriptRunner(new ScriptEngine(new Session(streams, CommandCatalog.Default())), streams);
    }
}
