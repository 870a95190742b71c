namespace MolShell.Compute.Devices;

/// <summary>A processor that forces and dynamics run on.</summary>
public interface IDevice : IDisposable
{
    /// <summary>Name for users to choose it by, such as "Cpu" or "OpenCL:0".</summary>
    string Name { get; }

    /// <summary>What the device is.</summary>
    DeviceInfo Info { get; }

    /// <summary>An array of <paramref name="length"/> zeros in the device's memory.</summary>
    DeviceArray<T> Allocate<T>(int length)
        where T : unmanaged;

    /// <summary>
    /// Splits 0 ... <paramref name="count"/> - 1 into contiguous ranges, one for each worker, and runs <paramref name="body"/> (start,
    /// end) on them, maybe at the same time; returns when all are done. An exception of a body is thrown here.
    /// </summary>
    void For(int count, Action<int, int> body);
}
