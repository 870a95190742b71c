using MolShell.Host.Language.Syntax;

namespace MolShell.Tests.Host.Language;

/// <summary>The parser against PowerShell's own: tests/Data/host/parser.json was written by PowerShell 7.6 (trees.ps1).</summary>
public sealed class ParserTests
{
    /// <summary>What molshell refuses though PowerShell parses it; none of these is a silent difference.</summary>
    private static readonly HashSet<string> Refused = ["1.2.3"];

    public static TheoryData<string, string> Snippets => TestData.Cases("parser.json", "script", "tree");

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Tree_is_PowerShells(string script, string tree)
    {
        string mine;
        try
        {
            mine = TreeText.Of(Parser.Parse(new ScriptSource(script)).Body);
        }
        catch (ScriptRefusedException refused)
        {
            mine = Refused.Contains(script) ? tree : tree == "error" ? "error" : refused.Message;
        }

        Assert.True(tree == mine, $"{script}\n  PowerShell: {tree}\n  molshell:   {mine}");
    }
}
