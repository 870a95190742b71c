using System.Management.Automation;

namespace MolShell.Tests.Host.Pipeline;

/// <summary>Which part of the line an error points at; the columns are PowerShell 7.6's.</summary>
public sealed class ErrorPositionTests
{
    [Theory]
    [InlineData("Test-Position -Nope 1", 15, 5)]
    [InlineData("Test-Position a b -Nope 1", 17, 1)]
    [InlineData("Test-Position -First", 15, 6)]
    [InlineData("Test-Position a -First  b -First c", 27, 6)]
    [InlineData("Test-Position -Fo x", 15, 3)]
    [InlineData("Test-Position -Second x", 23, 1)]
    [InlineData("Test-Position -Second:x", 23, 1)]
    [InlineData("Test-Position a   x", 19, 1)]
    [InlineData("Test-Position a 5 6", 1, 19)]
    [InlineData("Test-Position -Force:yes", 22, 3)]
    [InlineData("Test-Mandatory a", 1, 16)]
    [InlineData("  Test-Valid  -Range 11", 22, 2)]
    [InlineData("Test-Unit '5 miles'", 11, 9)]
    [InlineData("Test-Set -Name abc -Id 5", 1, 24)]
    [InlineData("Test-Value -Color (1 + 98)", 19, 8)]
    [InlineData("1 | Test-PipeNeed -First 1", 5, 22)]
    [InlineData("Write-Stream e", 1, 14)]
    [InlineData("Write-Stream t", 1, 14)]
    [InlineData("'x' | Test-Input", 7, 10)]
    public void An_error_points_at_what_is_wrong(string script, int column, int length)
    {
        RunResult result = MolShellRunner.Run(script, ResultText.Catalog);
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal((column, length), (error.InvocationInfo!.OffsetInLine, error.InvocationInfo.ExtentLength));
        Assert.Equal(script, error.InvocationInfo.Line);
        string message = $"At line:1 char:{column}\n+ {script}\n+ {new string(' ', column - 1)}{new string('~', length)}";
        Assert.Equal(message, error.InvocationInfo.PositionMessage);
    }
}
