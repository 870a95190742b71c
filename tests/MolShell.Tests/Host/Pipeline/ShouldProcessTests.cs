using System.Management.Automation;
using MolShell.Host.Pipeline;
using MolShell.Tests.Host.TestCommands;

namespace MolShell.Tests.Host.Pipeline;

public sealed class ShouldProcessTests
{
    private readonly RecordedStreams streams = new();
    private readonly Session session;

    public ShouldProcessTests() =>
        session = new Session(streams, new CommandCatalog([typeof(RemoveThingCommand)]));

    [Fact]
    public void Without_WhatIf_it_goes_on_and_tells_only_when_verbose()
    {
        Assert.Equal(["removed x"], Run("x"));
        Assert.Empty(streams.Verbose);
        Assert.Equal(["removed x"], Run("x", "-Verbose"));
        Assert.Equal(["Performing the operation \"Remove-Thing\" on target \"x\"."], streams.Verbose);
    }

    [Fact]
    public void WhatIf_says_what_would_be_done()
    {
        Assert.Empty(Run("x", "-WhatIf"));
        Assert.Empty(Run("x", "-WhatIf", "-Action", "Burn"));
        Assert.Equal(
            [
                "What if: Performing the operation \"Remove-Thing\" on target \"x\".",
                "What if: Performing the operation \"Burn\" on target \"x\".",
            ],
            streams.HostLines);
    }

    [Fact]
    public void WhatIfPreference_counts_unless_the_parameter_says_otherwise()
    {
        session.Variables.Set("WhatIfPreference", true);
        Assert.Empty(Run("x"));
        Assert.Equal(["removed x"], Run("x", "-WhatIf:", false));
    }

    [Fact]
    public void Confirm_asks_and_remembers_answers_to_all()
    {
        streams.Choices.Enqueue(0);
        streams.Choices.Enqueue(2);
        streams.Choices.Enqueue(1);
        Assert.Equal(
            ["removed a", "removed c", "removed d"],
            session.Collect([Command("-Confirm")], new[] { "a", "b", "c", "d" }));
        Assert.Empty(streams.Choices);
    }

    [Fact]
    public void No_to_all_ends_the_questions()
    {
        streams.Choices.Enqueue(3);
        Assert.Empty(session.Collect([Command("-Confirm")], new[] { "a", "b" }));
    }

    [Fact]
    public void Without_a_user_a_question_is_an_error()
    {
        CmdletInvocationException e = Assert.Throws<CmdletInvocationException>(() => Run("x", "-Confirm"));
        Assert.Contains("NonInteractive", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConfirmPreference_is_compared_with_the_impact()
    {
        session.Variables.Set("ConfirmPreference", "Medium");
        Assert.Throws<CmdletInvocationException>(() => Run("x"));
        Assert.Equal(["removed x"], Run("x", "-Confirm:", false));
    }

    private IReadOnlyList<object?> Run(string name, params object[] rest) =>
        session.Collect([Command([name, .. rest])], Session.NoInput);

    private CommandInvocation Command(params object[] arguments)
    {
        List<CommandArgument> parsed = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            parsed.Add(arguments[i] is not string text || text[0] != '-'
                ? CommandArgument.Positional(arguments[i])
                : text.EndsWith(':') ? CommandArgument.Named(text[1..^1], arguments[++i]) : CommandArgument.Named(text[1..]));
        }

        return new CommandInvocation(session.Catalog.Find("Remove-Thing"), "Remove-Thing", parsed);
    }
}
