using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using MolShell.Compute.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

/// <summary>PowerShell loads the assemblies of a module by path; SQLite's native library has to come from the module's own folder.</summary>
public sealed class NativeLibraryTests : IDisposable
{
    private readonly RunFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void ModuleFolderBringsItsOwnNativeLibrary()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The loaded libraries of the process are looked up in /proc.");
        string run = files.Sample("run", 3);
        string source = Path.GetDirectoryName(typeof(PathStore).Assembly.Location)!;
        string module = Directory.CreateDirectory(files["module"]).FullName;
        foreach (string dll in Directory.GetFiles(source, "*.dll").Where(f => !Path.GetFileName(f).Contains("Tests", StringComparison.Ordinal)))
        {
            File.Copy(dll, Path.Combine(module, Path.GetFileName(dll)));
        }

        string native = Path.Combine("runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native");
        Directory.CreateDirectory(Path.Combine(module, native));
        File.Copy(Path.Combine(source, native, "libe_sqlite3.so"), Path.Combine(module, native, "libe_sqlite3.so"));

        ModuleContext context = new(module);
        Assembly compute = context.LoadFromAssemblyPath(Path.Combine(module, "MolShell.Compute.dll"));
        using IDisposable store = (IDisposable)compute.GetType(typeof(PathStore).FullName!)!.GetMethod(nameof(PathStore.OpenToRead))!.Invoke(null, [run])!;
        Assert.NotEqual(typeof(PathStore), store.GetType());
        Assert.Equal(3L, store.GetType().GetProperty(nameof(PathStore.LastStep))!.GetValue(store));
        Assert.Contains(File.ReadLines("/proc/self/maps"), line => line.EndsWith(Path.Combine(module, native, "libe_sqlite3.so"), StringComparison.Ordinal));
    }

    private sealed class ModuleContext(string folder) : AssemblyLoadContext("module")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
