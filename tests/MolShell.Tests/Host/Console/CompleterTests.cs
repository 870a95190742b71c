using MolShell.Host.Console.Completion;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Console;

public class CompleterTests
{
    private static readonly CommandCatalog Catalog = CommandCatalog.Default();

    [Theory]
    [InlineData("New-ToyS", "New-ToySystem")]
    [InlineData("new-toys", "New-ToySystem")]
    [InlineData("1 | Measure-Obj", "Measure-Object")]
    [InlineData("$s = New-ToyS", "New-ToySystem")]
    [InlineData("New-ToySystem -Temp", "-Temperature")]
    [InlineData("New-ToySystem DoubleWell -Verb", "-Verbose")]
    [InlineData("New-ToySystem -Potential Doub", "DoubleWell")]
    [InlineData("New-ToySystem Doub", "DoubleWell")]
    [InlineData("New-ToySystem -Temperature 1 Doub", "DoubleWell")]
    [InlineData("New-ToySystem DoubleWell | Start-MolecularDynamics -Integrator LangevinB", "LangevinBaoab")]
    [InlineData("Get-Help about_MolShell_U", "about_MolShell_Units")]
    [InlineData("$my", "$myValue")]
    public void TheOneCompletionIsFound(string line, string expected) => Assert.Equal([expected], Complete(line).Texts);

    [Theory]
    [InlineData("New-ToySystem", "-")]
    [InlineData("Add-SystemForce", "-Pair ")]
    public void SeveralAreInOrder(string command, string rest)
    {
        IReadOnlyList<string> texts = Complete($"{command} {rest}").Texts;
        Assert.True(texts.Count > 1, "More than one was expected.");
        Assert.Equal(texts.Order(StringComparer.OrdinalIgnoreCase), texts);
    }

    [Fact]
    public void OnlyTheWordBeforeTheCursorIsReplaced()
    {
        CompletionSet set = new Completer(NewSession()).Complete("New-ToyS -Temperature 2", 8);
        Assert.Equal(0, set.Start);
        Assert.Equal(["New-ToySystem"], set.Texts);
        Assert.Equal(14, Complete("New-ToySystem -Temp").Start);
    }

    [Fact]
    public void FilesAndFoldersAreCompletedAndQuoted()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("molshell");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "run one.molpath"), "");
            folder.CreateSubdirectory("results");
            File.WriteAllText(Path.Combine(folder.FullName, "results", "a.xyz"), "");
            Session session = NewSession();
            session.CurrentFolder = folder.FullName;
            Completer completer = new(session);
            Assert.Equal(["'run one.molpath'"], completer.Complete("Import-PathSampling run", 23).Texts);
            Assert.Equal(["results/"], completer.Complete("Import-PathSampling res", 23).Texts);
            Assert.Equal(["results/a.xyz"], completer.Complete("Import-PathSampling results/", 28).Texts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CompletionSet Complete(string line) => new Completer(NewSession()).Complete(line, line.Length);

    private static Session NewSession()
    {
        Session session = new(new RecordedStreams(), Catalog);
        session.Variables.Set("myValue", 1);
        return session;
    }
}
