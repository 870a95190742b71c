namespace MolShell.Compute.Devices;

/// <summary>An array in main memory.</summary>
public sealed class CpuArray<T>(int length) : DeviceArray<T>(length)
    where T : unmanaged
{
    private readonly T[] values = new T[length];

    /// <summary>The array itself.</summary>
    public Span<T> Span => values;

    public override void Write(ReadOnlySpan<T> values)
    {
        CheckLength(values.Length);
        values.CopyTo(this.values);
    }

    public override void Read(Span<T> values)
    {
        CheckLength(values.Length);
        this.values.CopyTo(values);
    }
}
