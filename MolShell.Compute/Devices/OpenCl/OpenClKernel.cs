namespace MolShell.Compute.Devices.OpenCl;

/// <summary>
/// A function of a program, with its arguments. Arguments stay as they were set, so a kernel belongs to one user; make one for each with
/// <see cref="OpenClProgram.CreateKernel"/>.
/// </summary>
public sealed unsafe class OpenClKernel : IDisposable
{
    private const uint WorkGroupSizeQuery = 0x11B0;

    private readonly QueueHandle queue;
    private readonly KernelHandle handle;
    private readonly int groupSize;

    internal OpenClKernel(QueueHandle queue, ProgramHandle program, nint device, string name, int preferredGroupSize)
    {
        this.queue = queue;
        Name = name;
        int status;
        handle = new KernelHandle(OpenClApi.clCreateKernel(program, name, &status));
        OpenClException.ThrowIfFailed(status, $"clCreateKernel of '{name}'");
        nuint largest;
        OpenClException.ThrowIfFailed(
            OpenClApi.clGetKernelWorkGroupInfo(handle, device, WorkGroupSizeQuery, (nuint)sizeof(nuint), &largest, null),
            "clGetKernelWorkGroupInfo");
        groupSize = (int)Math.Min((nuint)preferredGroupSize, largest);
    }

    public string Name { get; }

    /// <summary>Sets an argument that is a number or a vector of numbers.</summary>
    public OpenClKernel Set<T>(int index, T value)
        where T : unmanaged
    {
        SetBytes(index, (nuint)sizeof(T), &value);
        return this;
    }

    /// <summary>Sets an argument that points to an array. The array must live until the kernel has run.</summary>
    public OpenClKernel Set(int index, IOpenClArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        nint buffer = array.Handle;
        SetBytes(index, (nuint)sizeof(nint), &buffer);
        return this;
    }

    /// <summary>Sets the arguments from <paramref name="index"/> on that point to arrays.</summary>
    public OpenClKernel SetMany(int index, params ReadOnlySpan<IOpenClArray> arrays)
    {
        for (int k = 0; k < arrays.Length; k++)
        {
            Set(index + k, arrays[k]);
        }

        return this;
    }

    /// <summary>
    /// Queues at least <paramref name="count"/> work items, rounded up to whole groups: the kernel must leave those beyond alone. Does not
    /// wait.
    /// </summary>
    public void Launch(int count) => Launch(count, groupSize);

    /// <summary>Queues at least <paramref name="count"/> work items in groups of <paramref name="group"/>.</summary>
    public void Launch(int count, int group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(group, 1);
        if (count == 0)
        {
            return;
        }

        nuint local = (nuint)group;
        nuint global = ((nuint)count + local - 1) / local * local;
        OpenClException.ThrowIfFailed(
            OpenClApi.clEnqueueNDRangeKernel(queue, handle, 1, null, &global, &local, 0, null, null), $"Kernel '{Name}'");
    }

    public void Dispose() => handle.Dispose();

    private void SetBytes(int index, nuint size, void* value)
    {
        int status = OpenClApi.clSetKernelArg(handle, (uint)index, size, value);
        if (status != 0)
        {
            throw new OpenClException(FormattableString.Invariant(
                $"Argument {index} of kernel '{Name}' does not fit: {OpenClException.NameOf(status)}."))
            {
                Status = status,
            };
        }
    }
}
