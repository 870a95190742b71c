using MolShell.Tests.Conventions;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands;

/// <summary>Every example of the help runs without an error or a warning.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string, int> Examples()
    {
        TheoryData<string, int> data = [];
        foreach (HelpBuilder.CmdletEntry cmdlet in Module.Cmdlets)
        {
            for (int i = 0; i < Module.Comments.Examples(cmdlet.Type).Count; i++)
            {
                data.Add(cmdlet.Name, i + 1);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_runs(string cmdlet, int number)
    {
        string code = Module.Comments.Examples(Module.Cmdlet(cmdlet).Type)[number - 1].Code;
        using TemporaryFolder folder = new();
        OutsideProgram.Provide(cmdlet, folder.Path);
        RunResult result = MolShellRunner.RunIn(folder.Path, code);
        Assert.True(result.Thrown is null, $"{result.Thrown?.Message}\n{code}");
        Assert.True(result.Errors.Count == 0, $"{string.Join("\n", result.Errors)}\n{code}");
        Assert.True(result.Warnings.Count == 0, $"{string.Join("\n", result.Warnings)}\n{code}");
    }
}
