using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Frames as bytes, without loss. A record of doubles for each frame (time unless it follows from the step, box unless it is the start
/// box, potential energy, positions, velocities); long ones are compressed: each record as the difference of its bits from the record
/// before, the bytes sorted by their place in the double, then deflated. A CRC-32C ends the bytes.
/// </summary>
internal sealed class FrameCodec(FrameShape shape)
{
    private const byte Version = 1;
    private const int LeastCompressed = 1024;
    private const int BoxNumbers = 9;

    [Flags]
    private enum Content : byte
    {
        None = 0,
        Velocities = 1,
        Potential = 2,
        Kinetic = 4,
        Boxes = 8,
        IrregularTimes = 16,
        Compressed = 32,
    }

    public byte[] Encode(FrameSegment segment)
    {
        Frame[] frames = new Frame[segment.Count];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = segment[segment.First + i];
        }

        return Encode(frames);
    }

    public byte[] Encode(ReadOnlySpan<Frame> frames)
    {
        Content content = ContentOf(frames);
        Layout layout = new(content, shape.Topology);
        double[] numbers = new double[frames.Length * layout.Size];
        for (int i = 0; i < frames.Length; i++)
        {
            Write(frames[i], content, numbers.AsSpan(i * layout.Size, layout.Size));
        }

        byte[] body = MemoryMarshal.AsBytes<double>(numbers).ToArray();
        if (body.Length >= LeastCompressed && ShuffledDeflate.Compress(numbers, layout.Size) is { } smaller && smaller.Length < body.Length)
        {
            body = smaller;
            content |= Content.Compressed;
        }

        ArrayBufferWriter<byte> writer = new(body.Length + 40);
        writer.Write([Version, (byte)content]);
        VarInt.Write(writer, frames.Length);
        if ((content & Content.IrregularTimes) == 0)
        {
            WriteTimes(writer, frames);
        }

        writer.Write(body);
        return Checksum.Seal(writer.WrittenSpan);
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public Frame[] Decode(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> rest = Checksum.Unseal(bytes);
        if (rest.Length < 2 || rest[0] != Version)
        {
            throw new InvalidDataException("the frames are of an unknown version");
        }

        Content content = (Content)rest[1];
        Layout layout = new(content, shape.Topology);
        rest = rest[2..];
        Frame[] frames = new Frame[VarInt.Read(ref rest)];
        long firstStep = 0;
        long stride = 0;
        double timeStep = 0;
        if ((content & Content.IrregularTimes) == 0)
        {
            firstStep = VarInt.Read(ref rest);
            stride = VarInt.Read(ref rest);
            timeStep = BinaryPrimitives.ReadDoubleLittleEndian(rest);
            rest = rest[8..];
        }

        double[] numbers = new double[frames.Length * layout.Size];
        if ((content & Content.Compressed) != 0)
        {
            ShuffledDeflate.Decompress(rest, numbers, layout.Size);
        }
        else if (rest.Length == numbers.Length * sizeof(double))
        {
            rest.CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
        }
        else
        {
            throw new InvalidDataException("the number of bytes does not fit the number of frames");
        }

        for (int i = 0; i < frames.Length; i++)
        {
            long step = firstStep + (i * stride);
            frames[i] = Read(numbers.AsSpan(i * layout.Size, layout.Size), content, step, step * timeStep);
        }

        return frames;
    }

    private static void WriteTimes(ArrayBufferWriter<byte> writer, ReadOnlySpan<Frame> frames)
    {
        VarInt.Write(writer, frames.IsEmpty ? 0 : frames[0].Step);
        VarInt.Write(writer, frames.Length > 1 ? frames[1].Step - frames[0].Step : 0);
        BinaryPrimitives.WriteDoubleLittleEndian(writer.GetSpan(8), TimeStepOf(frames));
        writer.Advance(8);
    }

    private static double TimeStepOf(ReadOnlySpan<Frame> frames) =>
        frames.IsEmpty || frames[^1].Step == 0 ? 0 : frames[^1].Time / frames[^1].Step;

    private static bool HasRegularTimes(ReadOnlySpan<Frame> frames)
    {
        double timeStep = TimeStepOf(frames);
        long stride = frames.Length > 1 ? frames[1].Step - frames[0].Step : 0;
        for (int i = 0; i < frames.Length; i++)
        {
            bool isRegular = frames[i].Step == frames[0].Step + (i * stride) && frames[i].Time == frames[i].Step * timeStep;
            if (!isRegular || frames[i].Step < 0 || stride < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static double[] Coordinates(Box box) =>
        [box.A.X, box.A.Y, box.A.Z, box.B.X, box.B.Y, box.B.Z, box.C.X, box.C.Y, box.C.Z];

    private static void Write(ReadOnlySpan<Vec3> vectors, int dimension, Span<double> target)
    {
        if (dimension == 3)
        {
            MemoryMarshal.Cast<Vec3, double>(vectors).CopyTo(target);
            return;
        }

        for (int i = 0; i < vectors.Length; i++)
        {
            for (int axis = 0; axis < dimension; axis++)
            {
                target[(i * dimension) + axis] = vectors[i][axis];
            }
        }
    }

    private static Vec3[] ReadVectors(ReadOnlySpan<double> numbers, int dimension)
    {
        Vec3[] vectors = new Vec3[numbers.Length / dimension];
        for (int i = 0; i < vectors.Length; i++)
        {
            ReadOnlySpan<double> one = numbers.Slice(i * dimension, dimension);
            vectors[i] = new Vec3(one[0], dimension > 1 ? one[1] : 0, dimension > 2 ? one[2] : 0);
        }

        return vectors;
    }

    private Content ContentOf(ReadOnlySpan<Frame> frames)
    {
        Content content = HasRegularTimes(frames) ? Content.None : Content.IrregularTimes;
        bool velocities = !frames.IsEmpty;
        bool potential = !frames.IsEmpty;
        bool kinetic = !frames.IsEmpty;
        foreach (Frame frame in frames)
        {
            velocities &= frame.Velocities is not null;
            potential &= frame.PotentialEnergy is not null;
            kinetic &= frame.KineticEnergy is not null;
            content |= frame.Box.Equals(shape.Box) ? Content.None : Content.Boxes;
        }

        foreach (Frame frame in frames)
        {
            if (frame.Velocities is null == velocities)
            {
                throw new ArgumentException("Some frames of one run have velocities and some have none.", nameof(frames));
            }
        }

        return content
            | (velocities ? Content.Velocities : 0)
            | (potential ? Content.Potential : 0)
            | (velocities && kinetic ? Content.Kinetic : 0);
    }

    private void Write(Frame frame, Content content, Span<double> record)
    {
        int dimension = shape.Topology.Dimension;
        int size = shape.Topology.ParticleCount * dimension;
        if ((content & Content.IrregularTimes) != 0)
        {
            record[0] = BitConverter.Int64BitsToDouble(frame.Step);
            record[1] = frame.Time;
            record = record[2..];
        }

        if ((content & Content.Boxes) != 0)
        {
            Coordinates(frame.Box).CopyTo(record);
            record = record[BoxNumbers..];
        }

        if ((content & Content.Potential) != 0)
        {
            record[0] = frame.PotentialEnergy!.Value;
            record = record[1..];
        }

        Write(frame.Positions, dimension, record);
        if ((content & Content.Velocities) != 0)
        {
            Write(frame.Velocities, dimension, record[size..]);
        }
    }

    private Frame Read(ReadOnlySpan<double> record, Content content, long step, double time)
    {
        int dimension = shape.Topology.Dimension;
        int size = shape.Topology.ParticleCount * dimension;
        if ((content & Content.IrregularTimes) != 0)
        {
            step = BitConverter.DoubleToInt64Bits(record[0]);
            time = record[1];
            record = record[2..];
        }

        Box box = shape.Box;
        if ((content & Content.Boxes) != 0)
        {
            Vec3[] edges = ReadVectors(record[..BoxNumbers], 3);
            box = Box.Triclinic(edges[0], edges[1], edges[2], shape.Box.IsPeriodicA, shape.Box.IsPeriodicB, shape.Box.IsPeriodicC);
            record = record[BoxNumbers..];
        }

        double? potential = null;
        if ((content & Content.Potential) != 0)
        {
            potential = record[0];
            record = record[1..];
        }

        Frame frame = new()
        {
            Topology = shape.Topology,
            Box = box,
            Units = shape.Units,
            Step = step,
            Time = time,
            PotentialEnergy = potential,
            Positions = ReadVectors(record[..size], dimension),
            Velocities = (content & Content.Velocities) != 0 ? ReadVectors(record.Slice(size, size), dimension) : null,
        };
        return (content & Content.Kinetic) != 0 ? frame.WithKineticEnergy() : frame;
    }

    /// <summary>Number of doubles in the record of a frame.</summary>
    private readonly struct Layout(Content content, Topology topology)
    {
        public int Size { get; } = (topology.ParticleCount * topology.Dimension * ((content & Content.Velocities) != 0 ? 2 : 1))
            + ((content & Content.IrregularTimes) != 0 ? 2 : 0)
            + ((content & Content.Boxes) != 0 ? BoxNumbers : 0)
            + ((content & Content.Potential) != 0 ? 1 : 0);
    }
}
