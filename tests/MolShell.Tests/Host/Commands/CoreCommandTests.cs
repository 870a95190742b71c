using MolShell.Tests.Host.Pipeline;

namespace MolShell.Tests.Host.Commands;

/// <summary>
/// The core commands against PowerShell's: tests/Data/host/commands.json was written by PowerShell 7.6
/// (pipeline.ps1 -Path commands.txt).
/// </summary>
public sealed class CoreCommandTests
{
    public static TheoryData<string, string> Scripts => RecordedScripts.Read("commands.json");

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Result_is_PowerShells(string script, string result)
    {
        string mine = ResultText.Of(script);
        Assert.True(result == mine, $"{script}\n--- PowerShell\n{result}\n--- molshell\n{mine}");
    }
}
