using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MolShell.Compute.Tests.Plots.Web;

/// <summary>Just enough of PNG (ISO/IEC 15948: 8 bits a channel, RGB or RGBA, not interlaced) to look at screenshots.</summary>
internal sealed class PngImage
{
    private readonly byte[] pixels;
    private readonly int channels;

    private PngImage(int width, int height, int channels, byte[] pixels)
    {
        Width = width;
        Height = height;
        this.channels = channels;
        this.pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public (byte R, byte G, byte B) this[int x, int y] => (pixels[At(x, y)], pixels[At(x, y) + 1], pixels[At(x, y) + 2]);

    /// <summary>The share of pixels for which a colour is as asked.</summary>
    public double Share(Func<int, int, int, bool> wanted)
    {
        int count = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                (byte r, byte g, byte b) = this[x, y];
                count += wanted(r, g, b) ? 1 : 0;
            }
        }

        return (double)count / (Width * Height);
    }

    public static PngImage Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        using MemoryStream data = new();
        (int width, int height, int channels) = (0, 0, 0);
        for (int at = 8; at < bytes.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
            ReadOnlySpan<byte> body = bytes.AsSpan(at + 8, length);
            switch (Encoding.ASCII.GetString(bytes, at + 4, 4))
            {
                case "IHDR":
                    width = BinaryPrimitives.ReadInt32BigEndian(body);
                    height = BinaryPrimitives.ReadInt32BigEndian(body[4..]);
                    channels = (body[8], body[9], body[12]) switch
                    {
                        (8, 2, 0) => 3,
                        (8, 6, 0) => 4,
                        _ => throw new NotSupportedException($"{file} is a PNG of another kind."),
                    };
                    break;
                case "IDAT":
                    data.Write(body);
                    break;
                default:
                    break;
            }

            at += length + 12;
        }

        data.Position = 0;
        using ZLibStream inflated = new(data, CompressionMode.Decompress);
        int stride = width * channels;
        byte[] pixels = new byte[height * stride];
        byte[] above = new byte[stride];
        for (int y = 0; y < height; y++)
        {
            int filter = inflated.ReadByte();
            Span<byte> row = pixels.AsSpan(y * stride, stride);
            inflated.ReadExactly(row);
            for (int i = 0; i < stride; i++)
            {
                int left = i < channels ? 0 : row[i - channels];
                int corner = i < channels ? 0 : above[i - channels];
                row[i] += (byte)(filter switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, 4 => Paeth(left, above[i], corner), _ => 0 });
            }

            row.CopyTo(above);
        }

        return new PngImage(width, height, channels, pixels);
    }

    private static int Paeth(int left, int above, int corner)
    {
        int p = left + above - corner;
        (int a, int b, int c) = (Math.Abs(p - left), Math.Abs(p - above), Math.Abs(p - corner));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private int At(int x, int y) => ((y * Width) + x) * channels;
}
