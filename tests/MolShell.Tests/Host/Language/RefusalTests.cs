using MolShell.Host.Language.Checking;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Language;

/// <summary>What is valid in PowerShell and not in the subset is refused before anything runs, with its place.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("function f { 1 }", 1, 1, "'function'")]
    [InlineData("'a'\nfilter f { 1 }", 2, 1, "'filter'")]
    [InlineData("class C { }", 1, 1, "'class'")]
    [InlineData("enum E { A }", 1, 1, "'enum'")]
    [InlineData("using namespace System", 1, 1, "'using'")]
    [InlineData("switch (1) { 1 { 2 } }", 1, 1, "'switch'")]
    [InlineData("trap { 1 }", 1, 1, "'trap'")]
    [InlineData("data { 1 }", 1, 1, "'data'")]
    [InlineData(":outer foreach ($i in 1) { break outer }", 1, 1, "label ':outer'")]
    [InlineData("foreach ($i in 1) { break outer }", 1, 27, "label")]
    [InlineData("foreach -parallel ($i in 1) { }", 1, 9, "-parallel")]
    [InlineData("& { 1 }", 1, 1, "call operator")]
    [InlineData("1 | & { 1 }", 1, 5, "call operator")]
    [InlineData(". ./x.ps1", 1, 1, "Dot sourcing")]
    [InlineData("Write-Output a > file", 1, 16, "redirection '>'")]
    [InlineData("Write-Output a 2>$null", 1, 16, "redirection '2>'")]
    [InlineData("Write-Output a 2>&1", 1, 16, "redirection '2>&1'")]
    [InlineData("Write-Output a && Write-Output b", 1, 16, "'&&'")]
    [InlineData("Write-Output a || Write-Output b", 1, 16, "'||'")]
    [InlineData("Write-Output a &", 1, 16, "'&'")]
    [InlineData("Write-Output --% a", 1, 14, "'--%'")]
    [InlineData("1u", 1, 1, "suffix")]
    [InlineData("0b101", 1, 1, "binary number")]
    [InlineData("5s + 3y", 1, 1, "suffix")]
    [InlineData("$x?.Length", 1, 1, null)]
    [InlineData("${x}?.Length", 1, 5, "'?.'")]
    [InlineData("${x}?[0]", 1, 5, "'?['")]
    [InlineData("[System.Collections.Generic.List[int]]::new()", 1, 2, "List[...]")]
    [InlineData("[xml]'<a/>'", 1, 2, "[xml]")]
    [InlineData("[ref]$x", 1, 2, "[ref]")]
    [InlineData("$x = [Some.Type]::Foo", 1, 7, "[Some.Type]")]
    [InlineData("1 -is [pscustomobject]", 1, 7, "pscustomobject")]
    [InlineData("[ValidateRange(1,5)]$x = 3", 1, 1, "attribute on an expression")]
    [InlineData("$x = { param($a) $a }", 1, 8, "'param' in a script block")]
    [InlineData("$x = { process { 1 } }", 1, 8, "'process' in a script block")]
    [InlineData("(1,2).Where({ $_ })", 1, 7, "'Where'")]
    [InlineData("$x.ForEach('Name')", 1, 4, "'ForEach'")]
    [InlineData("$x.PSObject.Properties", 1, 4, "'PSObject'")]
    [InlineData("'a'.Trim{1}", 1, 5, "script block behind its name")]
    [InlineData("$MyInvocation.Line", 1, 1, "$MyInvocation")]
    [InlineData("\"a $LASTEXITCODE\"", 1, 4, "$LASTEXITCODE")]
    [InlineData("$using:x", 1, 1, "$using:x")]
    [InlineData("$function:prompt", 1, 1, "$function:prompt")]
    [InlineData("$env:X = 1", 1, 1, "$env:X")]
    [InlineData("$OFS = ','", 1, 1, "$OFS")]
    [InlineData("$a.b::c = 1", 1, 1, "assignment")]
    [InlineData("($a, $b) = 1, 2", 1, 1, "assignment")]
    [InlineData("Get-ChildItem", 1, 1, "Get-ChildItem")]
    [InlineData("1 | gci", 1, 5, "Get-ChildItem")]
    [InlineData("git status", 1, 1, "'git'")]
    [InlineData("./other.ps1", 1, 1, "'./other.ps1'")]
    [InlineData("Write-Output (Get-Item .)", 1, 15, "Get-Item")]
    [InlineData("Import-Module Pester", 1, 15, "Pester")]
    [InlineData("Import-Module MolShell, Pester", 1, 15, "Pester")]
    [InlineData("if ($false) { Get-Item . }", 1, 15, "Get-Item")]
    [InlineData("1 | ForEach-Object { Get-Item $_ }", 1, 22, "Get-Item")]
    [InlineData("\"$(Get-Item .)\"", 1, 4, "Get-Item")]
    [InlineData("1 | ForEach-Object -Parallel { $_ }", 1, 20, "-Parallel")]
    [InlineData("1 | Format-Table -ShowError", 1, 18, "-ShowError")]
    [InlineData("#Requires -RunAsAdministrator\n1", 1, 1, "#Requires")]
    [InlineData("1\n#requires -version 8.0", 2, 1, "#requires")]
    [InlineData("[CmdletBinding(SupportsShouldProcess)]\nparam()", 1, 1, "before param")]
    [InlineData("param([Parameter(ValueFromPipeline)] $x)", 1, 7, "ValueFromPipeline")]
    [InlineData("param([ValidateScript({ $true })] $x)", 1, 7, "ValidateScript")]
    [InlineData("param([xml] $x)", 1, 8, "[xml]")]
    [InlineData("\"$(\"\"a\"\")\"", 1, 1, "quote inside $()")]
    public void Refuses(string script, int line, int column, string? part)
    {
        if (part is null)
        {
            // $x? is a name like any other.
            Check(script);
            return;
        }

        ScriptRefusedException refused = Assert.Throws<ScriptRefusedException>(() => Check(script));
        ScriptFault fault = refused.Faults[0];
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.Contains(ScriptFault.NeedsPowerShell, fault.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), fault.Source.Locate(fault.Span.Start));
    }

    [Theory]
    [InlineData("Import-Module MolShell")]
    [InlineData("Import-Module -Name MolShell -Force")]
    [InlineData("Import-Module ./artifacts/module/MolShell")]
    [InlineData("Import-Module \"$PSScriptRoot/../artifacts/module/MolShell/MolShell.psd1\"")]
    [InlineData("#Requires -Version 7.6\n#Requires -Modules MolShell\n#Requires -PSEdition Core\n1")]
    public void Takes_what_it_stands_for(string script) => Assert.Empty(MolShellRunner.Run(script).Errors);

    [Theory]
    [InlineData("1 +", true)]
    [InlineData("Write-Output (1", true)]
    [InlineData("if ($x) {", true)]
    [InlineData("'abc", true)]
    [InlineData("\"abc", true)]
    [InlineData("@{a = 1", true)]
    [InlineData("Write-Output a |", true)]
    [InlineData("Write-Output a `", true)]
    [InlineData("@'\nabc", true)]
    [InlineData("<# abc", true)]
    [InlineData("try { 1 }", true)]
    [InlineData("1 + )", false)]
    [InlineData("$x = = 1", false)]
    [InlineData("a b )", false)]
    [InlineData("}", false)]
    [InlineData("1 2", false)]
    [InlineData("1 | 2", false)]
    [InlineData("5 = 3", false)]
    [InlineData("5++", false)]
    [InlineData("@{a=1;a=2}", false)]
    [InlineData("\"$x:\"", false)]
    [InlineData("[ordered]5", false)]
    public void Tells_incomplete_from_wrong(string script, bool incomplete)
    {
        ScriptRefusedException refused = Assert.Throws<ScriptRefusedException>(() => Check(script));
        Assert.Equal(incomplete, refused.IsIncomplete);
    }

    [Fact]
    public void Lists_every_fault_with_file_line_and_column()
    {
        ScriptRefusedException refused = Assert.Throws<ScriptRefusedException>(
            () => SubsetChecker.Check(Parser.Parse(new ScriptSource("Get-Item a\n$x = [xml]'b'\n", "/tmp/a.ps1")),
                CommandCatalog.Default()));
        Assert.Equal(2, refused.Faults.Count);
        string[] lines = refused.Message.Split(Environment.NewLine);
        Assert.StartsWith("/tmp/a.ps1:1:1: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("/tmp/a.ps1:2:7: ", lines[1], StringComparison.Ordinal);
    }

    private static void Check(string script) => SubsetChecker.Check(Parser.Parse(new ScriptSource(script)), CommandCatalog.Default());
}
