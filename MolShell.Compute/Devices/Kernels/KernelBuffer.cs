namespace MolShell.Compute.Devices.Kernels;

/// <summary>Bytes in the memory of a device. Transfers are done when they return, after all that was queued before.</summary>
internal abstract unsafe class KernelBuffer : IDisposable
{
    /// <summary>What a kernel gets as its argument.</summary>
    public abstract nint Handle { get; }

    /// <summary>Queues that the first bytes become zero.</summary>
    public abstract void Clear(nuint bytes);

    /// <summary>Copies to the device, from its first byte on.</summary>
    public abstract void Write(void* source, nuint bytes);

    /// <summary>Copies the first bytes from the device.</summary>
    public abstract void Read(void* target, nuint bytes);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
