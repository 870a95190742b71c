namespace MolShell.Tests.Host.Pipeline;

/// <summary>
/// Parameter binding, conversions, streams, errors and the life of commands against PowerShell's: tests/Data/host/pipeline.json
/// was written by PowerShell 7.6 with the same test commands (pipeline.ps1).
/// </summary>
public sealed class PipelineTests
{
    public static TheoryData<string, string> Scripts => RecordedScripts.Read("pipeline.json");

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Result_is_PowerShells(string script, string result)
    {
        string mine = ResultText.Of(script);
        Assert.True(result == mine, $"{script}\n--- PowerShell\n{result}\n--- molshell\n{mine}");
    }
}
