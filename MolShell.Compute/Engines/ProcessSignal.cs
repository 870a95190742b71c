using System.Runtime.InteropServices;

namespace MolShell.Compute.Engines;

/// <summary>Signals of Unix systems to a process and, where it leads one, its whole group.</summary>
internal static partial class ProcessSignal
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal; a process that ended already is no fault.</summary>
    public static void Send(int process, bool group, int signal) => _ = SendTo(group ? -process : process, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendTo(int process, int signal);
}
