using System.Collections.Concurrent;

namespace MolShell.Compute.Devices.Kernels;

/// <summary>
/// A device that runs kernels written in OpenCL C, whatever driver it has. Kernels and transfers run one after the other in the order in
/// which they were queued. Any number of threads may use one device.
/// </summary>
public abstract class KernelDevice : IDevice
{
    private readonly ProgramCache cache;
    private readonly ConcurrentDictionary<string, Lazy<KernelProgram>> programs = [];

    private protected KernelDevice(DeviceInfo info, string cacheFolder)
    {
        Info = info;
        Profile = info.Profile!;
        cache = new ProgramCache(cacheFolder);
    }

    public string Name => Info.Name;

    public DeviceInfo Info { get; }

    /// <summary>What kernels are to know of the device.</summary>
    public KernelProfile Profile { get; internal init; }

    public DeviceArray<T> Allocate<T>(int length)
        where T : unmanaged => CreateArray<T>(length);

    /// <summary>An array of <paramref name="length"/> zeros.</summary>
    /// <exception cref="DeviceException">The device has no room for it.</exception>
    public KernelArray<T> CreateArray<T>(int length)
        where T : unmanaged => new(this, length);

    /// <summary>An array with the given values.</summary>
    public KernelArray<T> CreateArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        KernelArray<T> array = CreateArray<T>(values.Length);
        array.Write(values);
        return array;
    }

    /// <summary>
    /// Compiles a text of OpenCL C 1.2, or takes it from the cache; it lives as long as the device. Quotients and roots are rounded
    /// correctly in single precision too, and no product is fused with a sum unless the text says so.
    /// </summary>
    /// <exception cref="DeviceException">It does not compile; the message holds what the compiler said.</exception>
    public KernelProgram Compile(string source) => programs.GetOrAdd(source, key => new Lazy<KernelProgram>(() => Load(key))).Value;

    /// <summary>Waits until all that was queued is done.</summary>
    /// <exception cref="DeviceException">Something queued before failed.</exception>
    public abstract void Finish();

    /// <summary>Runs work of the host on the calling thread: what is parallel here are the kernels.</summary>
    public void For(int count, Action<int, int> body)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0)
        {
            body(0, count);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>An error that says how large an array could not be made.</summary>
    internal static DeviceException NoRoom(nuint bytes, string error, int status) =>
        new(FormattableString.Invariant($"An array of {bytes} bytes could not be made on the device: {error}.")) { Status = status };

    internal abstract KernelBuffer CreateBuffer(nuint bytes);

    /// <summary>All that a compiled program depends on beside its text.</summary>
    private protected abstract string[] CompilerKey();

    private protected abstract KernelProgram Build(string source);

    /// <summary>Takes what <see cref="KernelProgram.ToBinary"/> gave; null where the driver does not take it.</summary>
    private protected abstract KernelProgram? TryLoad(byte[] binary);

    protected virtual void Dispose(bool disposing)
    {
        foreach (Lazy<KernelProgram> program in programs.Values.Where(p => p.IsValueCreated))
        {
            program.Value.Dispose();
        }
    }

    private KernelProgram Load(string source)
    {
        string key = ProgramCache.KeyOf([source, .. CompilerKey()]);
        if (cache.Find(key) is { } binary && TryLoad(binary) is { } known)
        {
            return known;
        }

        KernelProgram program = Build(source);
        if (program.ToBinary() is { Length: > 0 } made)
        {
            cache.Add(key, made);
        }

        return program;
    }
}
