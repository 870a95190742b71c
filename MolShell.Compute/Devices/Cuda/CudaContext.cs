using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>The primary context of a device and a stream of its own. Calls that need the context make it that of the calling thread.</summary>
internal sealed unsafe class CudaContext : IDisposable
{
    private const uint NonBlocking = 1;

    private readonly int device;
    private readonly nint context;
    private bool disposed;

    public CudaContext(CudaDriver driver, int device)
    {
        (Driver, this.device) = (driver, device);
        nint found, stream;
        driver.ThrowIfFailed(driver.PrimaryCtxRetain(&found, device), "cuDevicePrimaryCtxRetain");
        context = found;
        Enter();
        driver.ThrowIfFailed(driver.StreamCreate(&stream, NonBlocking), "cuStreamCreate");
        Stream = stream;
    }

    public CudaDriver Driver { get; }

    public nint Stream { get; }

    /// <summary>Makes the context that of the calling thread.</summary>
    public void Enter()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        Driver.ThrowIfFailed(Driver.CtxSetCurrent(context), "cuCtxSetCurrent");
    }

    /// <summary>Waits until all that was queued is done.</summary>
    /// <exception cref="DeviceException">Something queued before failed.</exception>
    public void Finish()
    {
        Enter();
        Driver.ThrowIfFailed(Driver.StreamSynchronize(Stream), "cuStreamSynchronize");
    }

    /// <summary>Makes the context that of the calling thread, to release something; false where the context is gone, and all with it.</summary>
    public bool TryEnter() => !disposed && Driver.CtxSetCurrent(context) == 0;

    public void Dispose()
    {
        if (TryEnter())
        {
            Driver.StreamSynchronize(Stream);
            Driver.StreamDestroy(Stream);
            Driver.PrimaryCtxRelease(device);
        }

        disposed = true;
    }
}
