using MolShell.Host.Language.Syntax;

namespace MolShell.Tests.Host.Language;

/// <summary>
/// Values of expressions and statements against PowerShell's: tests/Data/host/values.json was written by PowerShell 7.6
/// (values.ps1).
/// </summary>
public sealed class InterpreterTests
{
    /// <summary>What molshell refuses, before it runs or, where only a running script can tell, when it comes to it.</summary>
    private static readonly HashSet<string> Refused =
    [
        "('a','bb').ToUpper", "[int]::TryParse", "[System.Collections.Generic.List[int]]::new()", "(1,2,3).Where({$_ -gt 1})",
        "[double]::TryParse('1.5',[ref]$null)", "'abc'.Chars(1)", "'abc'.get_Length()", "[array]::Resize",
        "[linq.enumerable]::Sum([int[]](1,2))",
        "($a, $b) = 1, 2", "& { 5 }", ". { $q = 5 }; $q",
        "Write-Output {a}", "Join-Path a b -Foo c; 'after'", "Write-Output -Foo 1; 'after'",
    ];

    public static TheoryData<string, string> Scripts => TestData.Cases("values.json", "script", "result");

    public static TheoryData<string, string> Pipelines => TestData.Cases("pipelines.json", "script", "result");

    [Theory]
    [MemberData(nameof(Scripts))]
    [MemberData(nameof(Pipelines))]
    public void Value_is_PowerShells(string script, string result)
    {
        string mine = Run(script);
        if (Refused.Contains(script))
        {
            Assert.True(mine.Contains("refused", StringComparison.Ordinal)
                || mine.Contains("NeedsPowerShell", StringComparison.Ordinal), $"{script} is not refused: {mine}");
            return;
        }

        Assert.True(result == mine, $"{script}\n  PowerShell: {result}\n  molshell:   {mine}");
    }

    private static string Run(string script)
    {
        RunResult result;
        try
        {
            result = MolShellRunner.Run(script);
        }
        catch (ScriptRefusedException e)
        {
            return e.Message.Contains(ScriptFault.NeedsPowerShell, StringComparison.Ordinal) ? "refused" : "parse error";
        }

        return result.Thrown is { } thrown
            ? $"thrown {thrown.ErrorRecord.FullyQualifiedErrorId}: {thrown.Message}"
            : string.Join(", ",
                result.Output.Select(ValueText.Of).Concat(result.Errors.Select(e => $"error {e.FullyQualifiedErrorId}: {e}")));
    }
}
