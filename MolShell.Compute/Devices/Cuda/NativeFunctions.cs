using System.Runtime.InteropServices;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>The functions of a library that is loaded by name.</summary>
internal sealed class NativeFunctions
{
    private readonly nint handle;

    private NativeFunctions(nint handle, string name) => (this.handle, Name) = (handle, name);

    /// <summary>The name it was found by.</summary>
    public string Name { get; }

    /// <summary>The library, or null where it is not there.</summary>
    public static NativeFunctions? TryLoad(string name) =>
        NativeLibrary.TryLoad(name, out nint handle) ? new NativeFunctions(handle, name) : null;

    /// <summary>The address of a function.</summary>
    /// <exception cref="EntryPointNotFoundException">There is none of that name.</exception>
    public nint this[string function] => NativeLibrary.TryGetExport(handle, function, out nint address)
        ? address
        : throw new EntryPointNotFoundException($"{Name} has no function {function}");
}
