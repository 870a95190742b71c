using System.Buffers.Binary;
using System.Text;

namespace MolShell.Compute.IO;

/// <summary>
/// The head of a TRR frame (XDR, big endian): magic 1993, the text "GMX_trn_file", the sizes in bytes of ten blocks, number of atoms, step,
/// nre, time and lambda. Blocks hold float or double numbers; which is told by their sizes. ir, e, top and sym blocks are empty in practice.
/// </summary>
internal readonly record struct TrrHeader
{
    public const int Magic = 1993;

    /// <summary>Bytes enough for any header.</summary>
    public const int LargestSize = 128;

    private const int BlockCount = 10;
    private const int Components = 3;

    private static ReadOnlySpan<byte> Name => "GMX_trn_file"u8;

    /// <summary>Bytes of the header itself.</summary>
    public int Size { get; private init; }

    /// <summary>Bytes before the box: blocks that nobody writes.</summary>
    public int SkipBytes { get; private init; }

    public int BoxBytes { get; private init; }

    /// <summary>Bytes of the virial and pressure tensors and of the top and sym blocks, between box and positions.</summary>
    public int TensorBytes { get; private init; }

    public int PositionBytes { get; private init; }

    public int VelocityBytes { get; private init; }

    public int ForceBytes { get; private init; }

    public int Particles { get; private init; }

    public int Step { get; private init; }

    public double Time { get; private init; }

    public bool IsDouble { get; private init; }

    /// <summary>Bytes of header and blocks.</summary>
    public long FrameBytes => (long)Size + SkipBytes + BoxBytes + TensorBytes + PositionBytes + VelocityBytes + ForceBytes;

    /// <summary>Reads a header; false when the bytes end before it does.</summary>
    /// <exception cref="InvalidDataException">The bytes are no TRR header; says what was found.</exception>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out TrrHeader header)
    {
        header = default;
        if (bytes.Length < 12)
        {
            return false;
        }

        int magic = BinaryPrimitives.ReadInt32BigEndian(bytes);
        int length = BinaryPrimitives.ReadInt32BigEndian(bytes[8..]);
        if (magic != Magic || length != Name.Length)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"no frame of a TRR file: it begins with {magic} and a text of {length} bytes; expected {Magic} and {Name.Length}"));
        }

        int numbers = 12 + Name.Length;
        int end = numbers + ((BlockCount + 3) * sizeof(int));
        if (bytes.Length < end)
        {
            return false;
        }

        if (!bytes.Slice(12, Name.Length).SequenceEqual(Name))
        {
            throw new InvalidDataException(
                $"no frame of a TRR file: its name is '{Encoding.ASCII.GetString(bytes.Slice(12, Name.Length))}'; expected 'GMX_trn_file'");
        }

        Span<int> fields = stackalloc int[BlockCount + 3];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = BinaryPrimitives.ReadInt32BigEndian(bytes[(numbers + (i * sizeof(int)))..]);
        }

        int real = RealSize(fields);
        if (bytes.Length < end + (2 * real))
        {
            return false;
        }

        header = new TrrHeader
        {
            Size = end + (2 * real),
            SkipBytes = fields[0] + fields[1],
            BoxBytes = fields[2],
            TensorBytes = fields[3] + fields[4] + fields[5] + fields[6],
            PositionBytes = fields[7],
            VelocityBytes = fields[8],
            ForceBytes = fields[9],
            Particles = fields[10],
            Step = fields[11],
            IsDouble = real == sizeof(double),
            Time = real == sizeof(double)
                ? BinaryPrimitives.ReadDoubleBigEndian(bytes[end..])
                : BinaryPrimitives.ReadSingleBigEndian(bytes[end..]),
        };
        return true;
    }

    /// <summary>Writes the header of a frame with box and positions, and velocities if wanted.</summary>
    /// <returns>Its size [bytes].</returns>
    public static int Write(Span<byte> target, bool isDouble, int particles, bool velocities, int step, double time)
    {
        int real = isDouble ? sizeof(double) : sizeof(float);
        BinaryPrimitives.WriteInt32BigEndian(target, Magic);
        BinaryPrimitives.WriteInt32BigEndian(target[4..], Name.Length + 1);
        BinaryPrimitives.WriteInt32BigEndian(target[8..], Name.Length);
        Name.CopyTo(target[12..]);
        int at = 12 + Name.Length;
        int vectors = particles * Components * real;
        foreach (int field in (ReadOnlySpan<int>)[0, 0, 9 * real, 0, 0, 0, 0, vectors, velocities ? vectors : 0, 0, particles, step, 0])
        {
            BinaryPrimitives.WriteInt32BigEndian(target[at..], field);
            at += sizeof(int);
        }

        foreach (double number in (ReadOnlySpan<double>)[time, 0])
        {
            if (isDouble)
            {
                BinaryPrimitives.WriteDoubleBigEndian(target[at..], number);
            }
            else
            {
                BinaryPrimitives.WriteSingleBigEndian(target[at..], (float)number);
            }

            at += real;
        }

        return at;
    }

    private static int RealSize(ReadOnlySpan<int> fields)
    {
        int particles = fields[10];
        foreach (int field in fields[..(BlockCount + 1)])
        {
            if (field < 0)
            {
                throw new InvalidDataException(FormattableString.Invariant($"a damaged TRR header: a size of {field}"));
            }
        }

        int real = 0;
        foreach ((int bytes, long count) in
            (ReadOnlySpan<(int, long)>)[(fields[2], 9), (fields[7], 3L * particles), (fields[8], 3L * particles), (fields[9], 3L * particles)])
        {
            if (bytes == 0)
            {
                continue;
            }

            int size = bytes == count * sizeof(float) ? sizeof(float) : bytes == count * sizeof(double) ? sizeof(double) : 0;
            if (size == 0 || (real != 0 && size != real))
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"a damaged TRR header: {bytes} bytes for {count} numbers of {particles} atoms; expected 4 or 8 bytes each, the same everywhere"));
            }

            real = size;
        }

        return real == 0 ? sizeof(float) : real;
    }
}
