using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>Memory of a CUDA device.</summary>
internal sealed unsafe class CudaBuffer : KernelBuffer
{
    private readonly CudaContext context;
    private nint address;

    public CudaBuffer(CudaContext context, nuint bytes)
    {
        this.context = context;
        CudaDriver driver = context.Driver;
        context.Enter();
        nint made;
        int status = driver.MemAlloc(&made, bytes);
        if (status != 0)
        {
            throw KernelDevice.NoRoom(bytes, driver.NameOf(status), status);
        }

        address = made;
    }

    public override nint Handle => address;

    public override void Clear(nuint bytes)
    {
        context.Enter();
        context.Driver.ThrowIfFailed(context.Driver.MemsetD8Async(address, 0, bytes, context.Stream), "cuMemsetD8Async");
    }

    public override void Write(void* source, nuint bytes)
    {
        context.Enter();
        context.Driver.ThrowIfFailed(context.Driver.MemcpyHtoDAsync(address, source, bytes, context.Stream), "cuMemcpyHtoDAsync");
        context.Finish();
    }

    public override void Read(void* target, nuint bytes)
    {
        context.Enter();
        context.Driver.ThrowIfFailed(context.Driver.MemcpyDtoHAsync(target, address, bytes, context.Stream), "cuMemcpyDtoHAsync");
        context.Finish();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && address != 0 && context.TryEnter())
        {
            context.Driver.MemFree(address);
            address = 0;
        }
    }
}
