using System.Runtime.CompilerServices;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>An array in the memory of an OpenCL device. Transfers wait until all that was queued before is done.</summary>
public sealed unsafe class OpenClArray<T> : DeviceArray<T>, IOpenClArray
    where T : unmanaged
{
    private const ulong ReadWrite = 1;

    private readonly QueueHandle queue;

    internal OpenClArray(ContextHandle context, QueueHandle queue, int length)
        : base(length)
    {
        this.queue = queue;

        // OpenCL has no empty buffers.
        nuint bytes = (nuint)Math.Max(1, length) * (nuint)sizeof(T);
        int status;
        Buffer = new BufferHandle(OpenClApi.clCreateBuffer(context, ReadWrite, bytes, null, &status));
        if (status != 0)
        {
            throw new OpenClException(FormattableString.Invariant(
                $"An array of {bytes} bytes could not be made on the device: {OpenClException.NameOf(status)}."))
            {
                Status = status,
            };
        }

        Clear();
    }

    nint IOpenClArray.Handle => Buffer.DangerousGetHandle();

    internal BufferHandle Buffer { get; }

    /// <summary>Sets all elements to zero.</summary>
    public void Clear()
    {
        byte zero = 0;
        nuint bytes = (nuint)Math.Max(1, Length) * (nuint)sizeof(T);
        OpenClException.ThrowIfFailed(
            OpenClApi.clEnqueueFillBuffer(queue, Buffer, &zero, 1, 0, bytes, 0, null, null), "clEnqueueFillBuffer");
    }

    public override void Write(ReadOnlySpan<T> values)
    {
        CheckLength(values.Length);
        if (values.IsEmpty)
        {
            return;
        }

        fixed (T* start = values)
        {
            OpenClException.ThrowIfFailed(
                OpenClApi.clEnqueueWriteBuffer(queue, Buffer, 1, 0, Bytes(values.Length), start, 0, null, null), "clEnqueueWriteBuffer");
        }
    }

    public override void Read(Span<T> values)
    {
        CheckLength(values.Length);
        ReadStart(values);
    }

    /// <summary>Copies the first elements out.</summary>
    /// <exception cref="ArgumentException">The array is shorter than <paramref name="values"/>.</exception>
    public void ReadStart(Span<T> values)
    {
        if (values.Length > Length)
        {
            throw new ArgumentException($"The device array has {Length} elements; {values.Length} were asked for.");
        }

        if (values.IsEmpty)
        {
            return;
        }

        fixed (T* start = values)
        {
            OpenClException.ThrowIfFailed(
                OpenClApi.clEnqueueReadBuffer(queue, Buffer, 1, 0, Bytes(values.Length), start, 0, null, null), "clEnqueueReadBuffer");
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Buffer.Dispose();
        }

        base.Dispose(disposing);
    }

    private static nuint Bytes(int length) => (nuint)length * (nuint)Unsafe.SizeOf<T>();
}
