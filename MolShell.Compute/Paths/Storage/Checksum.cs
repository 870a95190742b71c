using System.Buffers.Binary;
using System.Numerics;

namespace MolShell.Compute.Paths.Storage;

/// <summary>CRC-32C, for noticing damage.</summary>
internal static class Checksum
{
    /// <summary>Number of bytes of a sum.</summary>
    public const int Size = sizeof(uint);

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte value in bytes)
        {
            sum = BitOperations.Crc32C(sum, value);
        }

        return ~sum;
    }

    public static uint Of(params ReadOnlySpan<long> numbers)
    {
        uint sum = uint.MaxValue;
        foreach (long number in numbers)
        {
            sum = BitOperations.Crc32C(sum, (ulong)number);
        }

        return ~sum;
    }

    /// <summary>The bytes followed by their sum.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> bytes)
    {
        byte[] result = new byte[bytes.Length + Size];
        bytes.CopyTo(result);
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(bytes.Length), Of(bytes));
        return result;
    }

    /// <summary>The bytes without their sum.</summary>
    /// <exception cref="InvalidDataException">The sum is wrong.</exception>
    public static ReadOnlySpan<byte> Unseal(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Size && Of(bytes[..^Size]) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[^Size..])
            ? bytes[..^Size]
            : throw new InvalidDataException("a checksum is wrong");
}
