using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.IO;

/// <summary>
/// Reads a TRR file of GROMACS frame by frame through one handle, also while another program is writing it: a frame is consumed only when
/// all of its bytes are there. Belongs to one thread at a time.
/// </summary>
public sealed class TrrReader : IDisposable
{
    private readonly string path;
    private readonly SafeFileHandle handle;
    private byte[] buffer = [];

    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public TrrReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = path;
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>Number of the next frame, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>Where the next frame begins [bytes].</summary>
    public long Position { get; private set; }

    /// <summary>Bytes after the frames read so far: 0 at a clean end, those of a torn frame, or of frames not read yet.</summary>
    public long Remaining => RandomAccess.GetLength(handle) - Position;

    /// <summary>The frame of a number in a file whose frames all have the size of the first.</summary>
    /// <exception cref="InvalidDataException">The file has no such frame, or is damaged there.</exception>
    public static TrrFrame ReadAt(string path, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        using TrrReader reader = new(path);
        if (index > 0 && reader.PeekSize() is long size)
        {
            reader.Position = index * size;
            reader.Index = index;
        }

        return reader.TryRead() ?? throw new InvalidDataException(FormattableString.Invariant($"'{path}' has no complete frame {index}."));
    }

    /// <summary>The next frame, or null when the file holds no further complete one yet.</summary>
    /// <exception cref="InvalidDataException">What follows is no TRR frame; names file, frame and what was expected.</exception>
    public TrrFrame? TryRead()
    {
        if (!TryReadHeader(out TrrHeader header) || header.FrameBytes > Remaining)
        {
            return null;
        }

        int length = checked((int)(header.FrameBytes - header.Size));
        if (buffer.Length < length)
        {
            buffer = new byte[length];
        }

        if (!Fill(Position + header.Size, buffer.AsSpan(0, length)))
        {
            return null;
        }

        TrrFrame frame = Decode(header);
        Position += header.FrameBytes;
        Index++;
        return frame;
    }

    public void Dispose() => handle.Dispose();

    private long? PeekSize() => TryReadHeader(out TrrHeader header) ? header.FrameBytes : null;

    private bool TryReadHeader(out TrrHeader header)
    {
        Span<byte> bytes = stackalloc byte[TrrHeader.LargestSize];
        int count = RandomAccess.Read(handle, bytes, Position);
        try
        {
            return TrrHeader.TryParse(bytes[..count], out header);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"'{path}', frame {Index} at byte {Position}: {error.Message}."), error);
        }
    }

    private bool Fill(long position, Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            int count = RandomAccess.Read(handle, target, position);
            if (count == 0)
            {
                return false;
            }

            position += count;
            target = target[count..];
        }

        return true;
    }

    private TrrFrame Decode(TrrHeader header)
    {
        int at = header.SkipBytes;
        Vec3[]? box = Block(header.BoxBytes, 3);
        at += header.TensorBytes;
        return new TrrFrame
        {
            Step = header.Step,
            Time = header.Time,
            IsDouble = header.IsDouble,
            ParticleCount = header.Particles,
            BoxEdges = box ?? [],
            Positions = Block(header.PositionBytes, header.Particles),
            Velocities = Block(header.VelocityBytes, header.Particles),
            Forces = Block(header.ForceBytes, header.Particles),
        };

        Vec3[]? Block(int length, int count)
        {
            if (length == 0)
            {
                return null;
            }

            ReadOnlySpan<byte> bytes = buffer.AsSpan(at, length);
            at += length;
            Vec3[] vectors = new Vec3[count];
            int real = header.IsDouble ? sizeof(double) : sizeof(float);
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> three = bytes.Slice(3 * real * i, 3 * real);
                vectors[i] = header.IsDouble
                    ? new Vec3(
                        BinaryPrimitives.ReadDoubleBigEndian(three),
                        BinaryPrimitives.ReadDoubleBigEndian(three[8..]),
                        BinaryPrimitives.ReadDoubleBigEndian(three[16..]))
                    : new Vec3(
                        BinaryPrimitives.ReadSingleBigEndian(three),
                        BinaryPrimitives.ReadSingleBigEndian(three[4..]),
                        BinaryPrimitives.ReadSingleBigEndian(three[8..]));
            }

            return vectors;
        }
    }
}
