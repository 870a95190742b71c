using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>A buffer of OpenCL.</summary>
internal sealed unsafe class OpenClBuffer : KernelBuffer
{
    private const ulong ReadWrite = 1;

    private readonly QueueHandle queue;
    private readonly BufferHandle buffer;

    public OpenClBuffer(ContextHandle context, QueueHandle queue, nuint bytes)
    {
        this.queue = queue;
        int status;
        buffer = new BufferHandle(OpenClApi.clCreateBuffer(context, ReadWrite, bytes, null, &status));
        if (status != 0)
        {
            throw KernelDevice.NoRoom(bytes, OpenClStatus.NameOf(status), status);
        }
    }

    public override nint Handle => buffer.DangerousGetHandle();

    public override void Clear(nuint bytes)
    {
        byte zero = 0;
        OpenClStatus.ThrowIfFailed(
            OpenClApi.clEnqueueFillBuffer(queue, buffer, &zero, 1, 0, bytes, 0, null, null), "clEnqueueFillBuffer");
    }

    public override void Write(void* source, nuint bytes) => OpenClStatus.ThrowIfFailed(
        OpenClApi.clEnqueueWriteBuffer(queue, buffer, 1, 0, bytes, source, 0, null, null), "clEnqueueWriteBuffer");

    public override void Read(void* target, nuint bytes) => OpenClStatus.ThrowIfFailed(
        OpenClApi.clEnqueueReadBuffer(queue, buffer, 1, 0, bytes, target, 0, null, null), "clEnqueueReadBuffer");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            buffer.Dispose();
        }
    }
}
