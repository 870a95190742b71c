using System.IO.Compression;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Lossless compression of equal records of doubles: the bits of each record are combined by exclusive or with those of the record
/// before, byte b of number i moves to place b n + i, so that signs and exponents, which repeat, come together, and all is deflated.
/// </summary>
internal static class ShuffledDeflate
{
    /// <summary>The numbers as bytes.</summary>
    public static byte[] Compress(double[] numbers, int recordSize)
    {
        int count = numbers.Length;
        byte[] planes = new byte[count * sizeof(double)];
        for (int i = 0; i < count; i++)
        {
            ulong bits = BitConverter.DoubleToUInt64Bits(numbers[i]);
            bits ^= i >= recordSize ? BitConverter.DoubleToUInt64Bits(numbers[i - recordSize]) : 0;
            for (int b = 0; b < sizeof(double); b++)
            {
                planes[(b * count) + i] = (byte)(bits >> (8 * b));
            }
        }

        using MemoryStream stream = new();
        using (DeflateStream deflate = new(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(planes);
        }

        return stream.ToArray();
    }

    /// <summary>Fills <paramref name="numbers"/> from bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static void Decompress(ReadOnlySpan<byte> bytes, double[] numbers, int recordSize)
    {
        int count = numbers.Length;
        byte[] planes = new byte[count * sizeof(double)];
        using MemoryStream stream = new(bytes.ToArray());
        using (DeflateStream deflate = new(stream, CompressionMode.Decompress))
        {
            if (deflate.ReadAtLeast(planes, planes.Length, throwOnEndOfStream: false) < planes.Length)
            {
                throw new InvalidDataException("the compressed frames end early");
            }
        }

        for (int i = 0; i < count; i++)
        {
            ulong bits = 0;
            for (int b = 0; b < sizeof(double); b++)
            {
                bits |= (ulong)planes[(b * count) + i] << (8 * b);
            }

            bits ^= i >= recordSize ? BitConverter.DoubleToUInt64Bits(numbers[i - recordSize]) : 0;
            numbers[i] = BitConverter.UInt64BitsToDouble(bits);
        }
    }
}
