using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Commands;

/// <summary>Commands that write files; the expected texts are those of PowerShell 7.6.</summary>
public sealed class FileCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-files").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("0.1+0.2 | Set-Content f", "0.30000000000000004\n")]
    [InlineData("Set-Content f (0.1+0.2)", "0.30000000000000004\n")]
    [InlineData("Set-Content f 1,2,(3,4)", "1\n2\n3\n4\n")]
    [InlineData("[pscustomobject]@{a=1} | Set-Content f", "@{a=1}\n")]
    [InlineData("1..3 | Set-Content f -NoNewline", "123")]
    [InlineData("'old' | Set-Content f; 'new' | Set-Content f", "new\n")]
    [InlineData("'x' | Set-Content -LiteralPath f", "x\n")]
    [InlineData("Set-Content -Path f -Value $null", "\n")]
    public void Set_Content_writes_a_line_for_each_object(string script, string expected)
    {
        RunResult result = Run(script);
        Assert.Empty(result.Errors);
        Assert.Equal(expected, Read("f"));
    }

    [Fact]
    public void Set_Content_creates_nothing_without_input_and_with_WhatIf()
    {
        Run("@() | Set-Content f");
        RunResult result = Run("'x' | Set-Content f -WhatIf");
        Assert.False(File.Exists(Full("f")));
        Assert.Equal([$"What if: Performing the operation \"Set Content\" on target \"Path: {Full("f")}\"."], result.Streams.HostLines);
    }

    [Fact]
    public void Set_Content_passes_through_and_takes_wildcards()
    {
        Run("'x' | Set-Content f1; 'x' | Set-Content f2");
        RunResult result = Run("'y' | Set-Content f? -PassThru");
        Assert.Equal(["y"], result.Output);
        Assert.Equal("y\n", Read("f1"));
        Assert.Equal("y\n", Read("f2"));
    }

    [Theory]
    [InlineData("Set-Content none/f 1", "GetContentWriterDirectoryNotFoundError,Microsoft.PowerShell.Commands.SetContentCommand")]
    [InlineData("Set-Content no?e 1", "ItemNotFound,Microsoft.PowerShell.Commands.SetContentCommand")]
    [InlineData("1 | Export-Csv none/f", "FileOpenFailure,Microsoft.PowerShell.Commands.ExportCsvCommand")]
    [InlineData("1 | Export-Csv", "CannotSpecifyPathAndLiteralPath,Microsoft.PowerShell.Commands.ExportCsvCommand")]
    [InlineData("1 | Export-Csv f; 1 | Export-Csv f -NoClobber", "NoClobber,Microsoft.PowerShell.Commands.ExportCsvCommand")]
    [InlineData(
        "[pscustomobject]@{a=1;b=2} | Export-Csv f; [pscustomobject]@{a=1} | Export-Csv f -Append",
        "CannotAppendCsvWithMismatchedPropertyNames,Microsoft.PowerShell.Commands.ExportCsvCommand")]
    public void What_can_not_be_written_is_one_error(string script, string id)
    {
        RunResult result = Run(script);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(id, error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData(
        "[pscustomobject]@{a=1;b='x\"y';c=$null;d=(0.1+0.2);e=1,2;g=$true} | Export-Csv f",
        "\"a\",\"b\",\"c\",\"d\",\"e\",\"g\"\n\"1\",\"x\"\"y\",,\"0.30000000000000004\",\"System.Object[]\",\"True\"\n")]
    [InlineData("[pscustomobject]@{a=[datetime]'2020-1-2'} | Export-Csv f", "\"a\"\n\"01/02/2020 00:00:00\"\n")]
    [InlineData("[pscustomobject]@{a=2;z='a b,c'} | Export-Csv f -UseQuotes AsNeeded", "a,z\n2,\"a b,c\"\n")]
    [InlineData("[pscustomobject]@{a=2;z='a b,c'} | Export-Csv f -UseQuotes Never", "a,z\n2,a b,c\n")]
    [InlineData("'abc','de' | Export-Csv f -Delimiter ';' -NoTypeInformation", "\"Length\"\n\"3\"\n\"2\"\n")]
    [InlineData("[ordered]@{a=1;b=2} | Export-Csv f", "\"a\",\"b\"\n\"1\",\"2\"\n")]
    [InlineData("[pscustomobject]@{a=1;b=2},[pscustomobject]@{b=3;c=4} | Export-Csv f", "\"a\",\"b\"\n\"1\",\"2\"\n,\"3\"\n")]
    [InlineData(
        "[pscustomobject]@{a=1;b=2} | Export-Csv f; [pscustomobject]@{b=3;c=4} | Export-Csv f -Append -Force",
        "\"a\",\"b\"\n\"1\",\"2\"\n,\"3\"\n")]
    [InlineData("[pscustomobject]@{a=1} | Export-Csv f; [pscustomobject]@{a=2} | Export-Csv f -Append", "\"a\"\n\"1\"\n\"2\"\n")]
    [InlineData("[pscustomobject]@{a=1} | Export-Csv f -NoHeader", "\"1\"\n")]
    public void Export_Csv_writes_as_PowerShell_does(string script, string expected)
    {
        RunResult result = Run(script);
        Assert.Empty(result.Errors);
        Assert.Equal(expected, Read("f"));
    }

    private string Full(string name) => Path.Combine(folder, name);

    private string Read(string name) => File.ReadAllText(Full(name)).ReplaceLineEndings("\n");

    private RunResult Run(string script) => MolShellRunner.Run(script, CommandCatalog.Default(), folder);
}
