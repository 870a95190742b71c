namespace MolShell.Compute.Devices.Kernels;

/// <summary>An array in the memory of a device. Transfers wait until all that was queued before is done.</summary>
public sealed unsafe class KernelArray<T> : DeviceArray<T>, IKernelArray
    where T : unmanaged
{
    private readonly KernelBuffer buffer;

    internal KernelArray(KernelDevice device, int length)
        : base(length)
    {
        // Devices have no empty buffers.
        buffer = device.CreateBuffer(Bytes(Math.Max(1, length)));
        Clear();
    }

    KernelBuffer IKernelArray.Buffer => buffer;

    /// <summary>Sets all elements to zero.</summary>
    public void Clear() => buffer.Clear(Bytes(Math.Max(1, Length)));

    public override void Write(ReadOnlySpan<T> values)
    {
        CheckLength(values.Length);
        if (!values.IsEmpty)
        {
            fixed (T* start = values)
            {
                buffer.Write(start, Bytes(values.Length));
            }
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

        if (!values.IsEmpty)
        {
            fixed (T* start = values)
            {
                buffer.Read(start, Bytes(values.Length));
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            buffer.Dispose();
        }

        base.Dispose(disposing);
    }

    private static nuint Bytes(int length) => (nuint)length * (nuint)sizeof(T);
}
