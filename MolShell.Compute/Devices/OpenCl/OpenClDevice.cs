using System.Collections.Concurrent;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>
/// A device that OpenCL drives: graphics processors, and by PoCL the processor itself. Kernels and transfers run one after the other in
/// the order in which they were queued. Any number of threads may use one device.
/// </summary>
public sealed unsafe class OpenClDevice : IDevice
{
    private readonly nint device;
    private readonly ContextHandle context;
    private readonly QueueHandle queue;
    private readonly OpenClProgramCache cache;
    private readonly ConcurrentDictionary<(string Source, string Options), Lazy<OpenClProgram>> programs = [];

    /// <summary>Opens a device by its number in <see cref="DeviceCatalog.List"/>.</summary>
    /// <param name="number">The n of OpenCL:n.</param>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    /// <exception cref="OpenClException">The driver failed.</exception>
    public OpenClDevice(int number)
        : this(number, OpenClProgramCache.UserFolder)
    {
    }

    internal OpenClDevice(int number, string cacheFolder)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        (nint found, DeviceInfo info) = OpenClCatalog.Find(number);
        (device, Info, Profile) = (found, info, info.OpenCl!);
        cache = new OpenClProgramCache(cacheFolder);
        int status;
        context = new ContextHandle(OpenClApi.clCreateContext(null, 1, &found, 0, 0, &status));
        OpenClException.ThrowIfFailed(status, "clCreateContext");
        queue = new QueueHandle(OpenClApi.clCreateCommandQueue(context, found, 0, &status));
        OpenClException.ThrowIfFailed(status, "clCreateCommandQueue");
    }

    public string Name => Info.Name;

    public DeviceInfo Info { get; }

    /// <summary>What kernels are to know of the device.</summary>
    public OpenClProfile Profile { get; }

    public DeviceArray<T> Allocate<T>(int length)
        where T : unmanaged => CreateArray<T>(length);

    /// <summary>An array of <paramref name="length"/> zeros.</summary>
    /// <exception cref="OpenClException">The device has no room for it.</exception>
    public OpenClArray<T> CreateArray<T>(int length)
        where T : unmanaged => new(context, queue, length);

    /// <summary>An array with the given values.</summary>
    public OpenClArray<T> CreateArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        OpenClArray<T> array = CreateArray<T>(values.Length);
        array.Write(values);
        return array;
    }

    /// <summary>Compiles a text of OpenCL C 1.2, or takes it from the cache; it lives as long as the device.</summary>
    /// <exception cref="OpenClException">It does not compile; the message holds what the compiler said.</exception>
    public OpenClProgram Compile(string source, string options = "") =>
        programs.GetOrAdd((source, options), key => new Lazy<OpenClProgram>(() => Load(key.Source, key.Options))).Value;

    /// <summary>Waits until all that was queued is done.</summary>
    /// <exception cref="OpenClException">Something queued before failed.</exception>
    public void Finish() => OpenClException.ThrowIfFailed(OpenClApi.clFinish(queue), "clFinish");

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
        foreach (Lazy<OpenClProgram> program in programs.Values.Where(p => p.IsValueCreated))
        {
            program.Value.Dispose();
        }

        queue.Dispose();
        context.Dispose();
    }

    private OpenClProgram Load(string source, string options)
    {
        string all = $"-cl-std=CL1.2 {options}".TrimEnd();
        string key = OpenClProgramCache.KeyOf(source, all, Info.Model, Info.Driver!);
        if (cache.Find(key) is { } binary
            && OpenClProgram.TryLoad(context, queue, device, Profile.WorkGroupSize, binary, all) is { } known)
        {
            return known;
        }

        OpenClProgram program = OpenClProgram.Compile(context, queue, device, Profile.WorkGroupSize, source, all);
        if (program.ToBinary() is { Length: > 0 } made)
        {
            cache.Add(key, made);
        }

        return program;
    }
}
