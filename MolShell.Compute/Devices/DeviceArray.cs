namespace MolShell.Compute.Devices;

/// <summary>An array in the memory of a device.</summary>
public abstract class DeviceArray<T> : IDisposable
    where T : unmanaged
{
    protected DeviceArray(int length) => Length = length;

    public int Length { get; }

    /// <summary>Replaces all values.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public abstract void Write(ReadOnlySpan<T> values);

    /// <summary>Copies all values out.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public abstract void Read(Span<T> values);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    protected void CheckLength(int length)
    {
        if (length != Length)
        {
            throw new ArgumentException($"The device array has {Length} elements, the host array {length}.");
        }
    }
}
