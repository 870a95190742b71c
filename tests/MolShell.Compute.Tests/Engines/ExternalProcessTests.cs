using System.Diagnostics;
using MolShell.Compute.Engines;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

public sealed class ExternalProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-process-").FullName;

    public ExternalProcessTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs of these tests are those of Unix systems.");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void OutputGoesToFilesAndArgumentsReachNoShell()
    {
        ExternalCall call = Call("printf", "%s|", "a b", "$HOME", "; touch broken", "*");
        Assert.Equal(0, ExternalProcess.Run(call, TestContext.Current.CancellationToken));
        Assert.Equal("a b|$HOME|; touch broken|*|", File.ReadAllText(call.Output.OutputFile));
        Assert.False(File.Exists(Path.Combine(folder, "broken")));
    }

    [Fact]
    public void ExitCodesAndErrorsAreTold()
    {
        ExternalCall call = Call("ls", "--no-such-option");
        Assert.Equal(2, ExternalProcess.Run(call, TestContext.Current.CancellationToken));
        Assert.Contains("no-such-option", call.Output.LastLines(3), StringComparison.Ordinal);
    }

    [Fact]
    public void MuchOutputBlocksNothing()
    {
        ExternalCall call = Call("seq", "300000");
        Assert.Equal(0, ExternalProcess.Run(call, TestContext.Current.CancellationToken));
        Assert.EndsWith("300000\n", File.ReadAllText(call.Output.OutputFile), StringComparison.Ordinal);
    }

    [Fact]
    public void ProgramsAreStoppedPolitelyFirst()
    {
        using ExternalProcess process = ExternalProcess.Start(Call("sleep", "100"));
        Assert.False(process.WaitForExit(TimeSpan.FromMilliseconds(50)));
        Stopwatch clock = Stopwatch.StartNew();
        process.Stop();
        Assert.True(process.HasExited);
        Assert.Equal(128 + 15, process.ExitCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"The stop took {clock.Elapsed}.");
    }

    [Fact]
    public void ProgramsThatDoNotListenAreKilledAfterTheGraceTime()
    {
        // The script is constant; it ignores SIGTERM, as a hung program would.
        ExternalCall call = Call("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done") with { Grace = TimeSpan.FromMilliseconds(200) };
        using ExternalProcess process = ExternalProcess.Start(call);
        for (int i = 0; i < 1000 && call.Output.LastLines(1) != "ready"; i++)
        {
            Thread.Sleep(5);
        }

        process.Stop();
        Assert.Equal(128 + 9, process.ExitCode);
    }

    [Fact]
    public void HelpersOfAProgramEndWithIt()
    {
        Assert.SkipWhen(ExternalProgram.TryFind("setsid") is null, "setsid is not installed.");
        ExternalCall call = Call("sh", "-c", "sleep 100 & echo $!; wait");
        using ExternalProcess process = ExternalProcess.Start(call);
        string line = string.Empty;
        for (int i = 0; i < 1000 && line.Length == 0; i++)
        {
            Thread.Sleep(5);
            line = call.Output.LastLines(1);
        }

        int helper = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture);
        process.Stop();
        Assert.True(HasEnded(helper), $"The helper {helper} still runs.");
    }

    [Fact]
    public void WhatThePathLacksIsNamed()
    {
        Assert.Contains(
            "'no-such-program' was not found in the folders of PATH",
            Assert.Throws<EngineException>(() => ExternalProgram.Find("no-such-program")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "There is no program './no-such-program'",
            Assert.Throws<EngineException>(() => ExternalProgram.Find("./no-such-program")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WaitsCanBeCancelled()
    {
        using CancellationTokenSource source = new(TimeSpan.FromMilliseconds(50));
        Assert.ThrowsAny<OperationCanceledException>(() => ExternalProcess.Run(Call("sleep", "100"), source.Token));
    }

    [Fact]
    public void ProgramsDieWithAProcessThatIsKilled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && ExternalProgram.TryFind("setpriv") is not null, "setpriv is not installed.");
        string file = Path.Combine(folder, "number");
        int program;
        using (Process child = ProcessHolder.Start(file))
        {
            try
            {
                for (int i = 0; i < 4000 && !File.Exists(file); i++)
                {
                    Thread.Sleep(5);
                }

                program = int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture);
                Assert.False(HasEnded(program), "The program should run by now.");
            }
            finally
            {
                child.Kill();
                child.WaitForExit();
            }
        }

        Assert.True(HasEnded(program), $"The program {program} outlived the process that started it.");
    }

    /// <summary>Whether a process is gone, or only its entry is left, after at most two seconds.</summary>
    internal static bool HasEnded(int process)
    {
        for (int i = 0; i < 400; i++)
        {
            try
            {
                string status = File.ReadAllText($"/proc/{process}/stat");
                if (status[(status.LastIndexOf(')') + 2)..].StartsWith('Z'))
                {
                    return true;
                }
            }
            catch (IOException)
            {
                return true;
            }

            Thread.Sleep(5);
        }

        return false;
    }

    private ExternalCall Call(string program, params string[] arguments) => new()
    {
        Program = ExternalProgram.Find(program),
        Arguments = [.. arguments],
        WorkFolder = folder,
        Output = ProcessOutput.In(folder, "call"),
    };
}
