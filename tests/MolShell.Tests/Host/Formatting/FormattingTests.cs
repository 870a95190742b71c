namespace MolShell.Tests.Host.Formatting;

/// <summary>
/// Tables and lists against PowerShell's, byte for byte: tests/Data/host/formats.json was written by PowerShell 7.6
/// (formats.ps1).
/// </summary>
public sealed class FormattingTests
{
    public static TheoryData<string, string> Scripts => TestData.Cases("formats.json", "script", "text");

    public static TheoryData<string, string> Wrapping => TestData.Cases("wrapping.json", "script", "text");

    [Theory]
    [MemberData(nameof(Scripts))]
    [MemberData(nameof(Wrapping))]
    public void Text_is_PowerShells(string script, string text)
    {
        string mine = MolShellRunner.Run(script).Text(width: 80);
        Assert.True(text == mine, $"{script}\n--- PowerShell:\n{text}--- molshell:\n{mine}---");
    }
}
