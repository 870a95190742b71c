using MolShell.Compute.Engines;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Tests.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Engines;

/// <summary>
/// Kills (-9) of a process that samples by an outside program, two shots at a time. Nothing keeps running, and the run goes on from its
/// file to what an undisturbed run with one shot at a time gives.
/// </summary>
public sealed class EngineKillTests
{
    public EngineKillTests() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && ExternalProgram.TryFind("setsid") is not null && ExternalProgram.TryFind("setpriv") is not null,
        "setsid and setpriv are not installed.");

    [Fact]
    public void GromacsDiesWithUsAndTheRunGoesOn() => KillGromacs(kills: 2);

    [Fact]
    [Trait("Category", "Validation")]
    public void GromacsDiesWithUsTwentyTimesAndTheRunGoesOn() => KillGromacs(kills: 20);

    [Fact]
    public void LammpsDiesWithUsAndTheRunGoesOn() => KillLammps(kills: 2);

    [Fact]
    [Trait("Category", "Validation")]
    public void LammpsDiesWithUsTwentyTimesAndTheRunGoesOn() => KillLammps(kills: 20);

    private static void KillGromacs(int kills)
    {
        using GromacsFiles files = new();
        files.AddBath("argon.mdp", "120");
        KillAndCompare(files.Folder, kills);
    }

    private static void KillLammps(int kills)
    {
        using LammpsFiles files = new();
        files.AddBath();
        KillAndCompare(files.Folder, kills);
    }

    private static void KillAndCompare(string folder, int kills)
    {
        const int More = 10;
        string path = EngineChild.RunFile(folder);
        long steps = KillTests.Kill(
            () => EngineChild.Start(folder), path, kills, seed: 6, least: 3, () => Assert.Empty(RunningPrograms.LeftIn(folder)));
        using ISimulationEngine engine = EngineChild.CreateEngine(folder);
        using (PathSamplingRun run = EngineChild.Open(folder, path, engine, workers: 2))
        {
            Assert.Equal(steps, run.Step);
            Assert.Equal(More, run.Run(More, TestContext.Current.CancellationToken).Count());
        }

        string undisturbed = Path.Combine(folder, "undisturbed.molpath");
        using (PathSamplingRun run = EngineChild.Open(folder, undisturbed, engine, workers: 1))
        {
            Assert.Equal(steps + More, run.Run(steps + More, TestContext.Current.CancellationToken).Count());
        }

        Assert.Equal(RunFiles.Rows(undisturbed), RunFiles.Rows(path));
    }
}
