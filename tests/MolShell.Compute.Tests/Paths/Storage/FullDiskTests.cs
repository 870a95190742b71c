using System.Diagnostics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

/// <summary>Runs on a small file system in memory, which only the administrator can make: skipped for others.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly RunFiles files = new();
    private readonly string disk = Directory.CreateTempSubdirectory("molshell-disk-").FullName;
    private bool isMounted;

    public void Dispose()
    {
        if (isMounted)
        {
            Call("umount", disk);
        }

        Directory.Delete(disk);
        files.Dispose();
    }

    [Fact]
    public void TheRunGoesOnFromTheStepsStoredBeforeTheDiskWasFull()
    {
        isMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Call("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk);
        Assert.SkipUnless(isMounted, "A file system of limited size could not be made.");
        const int More = 20;
        string path = Path.Combine(disk, "run.molpath");
        int steps = 0;
        PathStoreException fault = Assert.Throws<PathStoreException>(() =>
        {
            using WalkEngine engine = new();
            using PathSamplingRun run = PathSamplingRun.Create(path, RunFiles.Scheme, engine, RunFiles.Initial, 7);
            foreach (PathStep step in run.Run(100_000, TestContext.Current.CancellationToken))
            {
                Assert.Equal(++steps, step.Step);
            }
        });
        Assert.Contains($"'{path}' cannot grow: the disk is full", fault.Message, StringComparison.Ordinal);
        Assert.True(steps > 10, $"Only {steps} steps were made.");

        // Those that came within 50 ms of the fault are made again.
        Assert.True(Call("mount", "-o", "remount,size=64m", disk));
        int kept;
        using (PathStore store = PathStore.OpenToRead(path))
        {
            kept = (int)store.LastStep;
        }

        Assert.InRange(kept, 0, steps);
        RunFiles.Resume(path, More);
        Assert.Equal(RunFiles.Rows(files.Sample("undisturbed", kept + More)), RunFiles.Rows(path));
    }

    private static bool Call(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
