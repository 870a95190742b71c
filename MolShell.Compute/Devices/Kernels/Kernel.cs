namespace MolShell.Compute.Devices.Kernels;

/// <summary>
/// A function of a program, with its arguments. Arguments stay as they were set, so a kernel belongs to one user; make one for each with
/// <see cref="KernelProgram.CreateKernel"/>.
/// </summary>
public abstract unsafe class Kernel : IDisposable
{
    private protected Kernel(string name) => Name = name;

    public string Name { get; }

    /// <summary>Work items of a group where <see cref="Launch(int)"/> is not told otherwise.</summary>
    private protected int GroupSize { get; init; }

    /// <summary>Sets an argument that is a number or a vector of numbers.</summary>
    public Kernel Set<T>(int index, T value)
        where T : unmanaged
    {
        SetBytes(index, &value, sizeof(T));
        return this;
    }

    /// <summary>Sets an argument that points to an array. The array must live until the kernel has run.</summary>
    public Kernel Set(int index, IKernelArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return Set(index, array.Buffer.Handle);
    }

    /// <summary>Sets the arguments from <paramref name="index"/> on that point to arrays.</summary>
    public Kernel SetMany(int index, params ReadOnlySpan<IKernelArray> arrays)
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
    public void Launch(int count) => Launch(count, GroupSize);

    /// <summary>Queues at least <paramref name="count"/> work items in groups of <paramref name="group"/>.</summary>
    public void Launch(int count, int group)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(group, 1);
        if (count > 0)
        {
            LaunchGroups((int)(((long)count + group - 1) / group), group);
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    private protected abstract void SetBytes(int index, void* value, int size);

    private protected abstract void LaunchGroups(int groups, int group);

    protected virtual void Dispose(bool disposing)
    {
    }
}
