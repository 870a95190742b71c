using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Loads SQLite's native library from where a module keeps it. PowerShell loads assemblies by path, without the list of native
/// folders that an application has, so the runtimes folder beside the assembly is searched here.
/// </summary>
internal static class SqliteNative
{
    private const string Library = "e_sqlite3";

    private static readonly Lazy<bool> Loaded = new(Load);

    public static void EnsureLoaded() => _ = Loaded.Value;

    private static bool Load()
    {
        Assembly provider = typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly;
        try
        {
            NativeLibrary.SetDllImportResolver(provider, Resolve);
        }
        catch (InvalidOperationException)
        {
            // Another module of this process uses the same assembly and finds the library for both.
        }

        SQLitePCL.Batteries_V2.Init();
        return true;
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name == Library)
        {
            foreach (string candidate in Candidates())
            {
                if (File.Exists(candidate) && NativeLibrary.TryLoad(candidate, out IntPtr handle))
                {
                    return handle;
                }
            }
        }

        return IntPtr.Zero;
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "The empty location of a single-file program is provided for.")]
    private static IEnumerable<string> Candidates()
    {
        string? beside = Path.GetDirectoryName(typeof(SqliteNative).Assembly.Location);
        string folder = string.IsNullOrEmpty(beside) ? AppContext.BaseDirectory : beside;
        (string system, string file) = OperatingSystem.IsWindows() ? ("win", Library + ".dll")
            : OperatingSystem.IsMacOS() ? ("osx", $"lib{Library}.dylib")
            : ("linux", $"lib{Library}.so");
        string processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string[] identifiers = system == "linux" && RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            ? [$"linux-musl-{processor}", $"alpine-{processor}"]
            : [$"{system}-{processor}"];
        foreach (string identifier in identifiers)
        {
            yield return Path.Combine(folder, "runtimes", identifier, "native", file);
        }

        yield return Path.Combine(folder, file);
    }
}
