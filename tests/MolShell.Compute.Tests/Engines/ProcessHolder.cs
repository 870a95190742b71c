using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using MolShell.Compute.Engines;

namespace MolShell.Compute.Tests.Engines;

/// <summary>This program as another process that starts an outside program, writes its number to a file, and waits to be killed.</summary>
internal static class ProcessHolder
{
    private const string Variable = "MOLSHELL_TEST_PROCESS_HOLDER";

    public static Process Start(string file)
    {
        ProcessStartInfo info = new(Path.ChangeExtension(typeof(ProcessHolder).Assembly.Location, null));
        info.Environment[Variable] = file;
        return Process.Start(info) ?? throw new InvalidOperationException("The holder did not start.");
    }

    // A module initialiser runs before the entry point, which belongs to the test runner.
    [ModuleInitializer]
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } file)
        {
            return;
        }

        string folder = Path.GetDirectoryName(file)!;
        ExternalProcess process = ExternalProcess.Start(new ExternalCall
        {
            Program = ExternalProgram.Find("sleep"),
            Arguments = ["1000"],
            WorkFolder = folder,
            Output = ProcessOutput.In(folder, "held"),
        });

        // Some time for setsid and setpriv, which become the program.
        Thread.Sleep(200);
        File.WriteAllText(file + "-new", process.Id.ToString(CultureInfo.InvariantCulture));
        File.Move(file + "-new", file);
        Thread.Sleep(Timeout.Infinite);
    }
}
