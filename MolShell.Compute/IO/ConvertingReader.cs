using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Gives the frames of another reader in other units.</summary>
internal sealed class ConvertingReader(ITrajectoryReader reader, UnitSystem units) : ITrajectoryReader
{
    private readonly UnitConversion conversion = new(units);

    public long? FrameCount => reader.FrameCount;

    public Frame? Read() => reader.Read() is { } frame ? conversion.Apply(frame) : null;

    public bool Skip() => reader.Skip();

    public bool TrySeek(long index) => reader.TrySeek(index);

    public void Dispose() => reader.Dispose();
}
