using System.Buffers;

namespace MolShell.Compute.Paths.Storage;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first.</summary>
internal static class VarInt
{
    private const int MaximumBytes = 10;

    public static void Write(IBufferWriter<byte> writer, long value)
    {
        Span<byte> span = writer.GetSpan(MaximumBytes);
        int count = 0;
        ulong rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            span[count++] = (byte)(rest | 0x80);
        }

        span[count++] = (byte)rest;
        writer.Advance(count);
    }

    /// <summary>Reads a number and moves on behind it.</summary>
    /// <exception cref="InvalidDataException">The bytes end within a number, or it is negative.</exception>
    public static long Read(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = 0; i < bytes.Length && i < MaximumBytes; i++)
        {
            value |= (ulong)(bytes[i] & 0x7f) << (7 * i);
            if (bytes[i] < 0x80)
            {
                bytes = bytes[(i + 1)..];
                return (long)value >= 0 ? (long)value : throw new InvalidDataException("a number is out of range");
            }
        }

        throw new InvalidDataException("the data ends within a number");
    }
}
