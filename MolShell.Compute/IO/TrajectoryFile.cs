using System.IO.Compression;

namespace MolShell.Compute.IO;

/// <summary>
/// A file opened for reading, through gzip where its first bytes say so, by content and not by name. Other programs may write to it or
/// remove it meanwhile.
/// </summary>
public sealed class TrajectoryFile : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const int HeadSize = 4096;

    // A byte of deflate gives at most 1032 (RFC 1951: two bits for a match of 258).
    private const int LargestRatio = 1032;

    private readonly FileStream file;

    private TrajectoryFile(string path, FileStream file, bool isCompressed)
    {
        (Path, this.file, IsCompressed) = (path, file, isCompressed);
        Stream = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Path of the file, for messages.</summary>
    public string Path { get; }

    /// <summary>The content from its begin, decompressed.</summary>
    public Stream Stream { get; }

    /// <summary>Whether the content is decompressed on the way; it can then only be read from front to back.</summary>
    public bool IsCompressed { get; }

    /// <summary>No content is longer [bytes]: a count in a damaged file that asks for more is refused before memory is taken for it.</summary>
    public long LongestContent => IsCompressed ? LargestRatio * file.Length : file.Length;

    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static TrajectoryFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        Span<byte> magic = stackalloc byte[2];
        bool isCompressed = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        return new TrajectoryFile(path, file, isCompressed);
    }

    /// <summary>The first bytes of a file's content, at most 4096, by which its format is recognised.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file begins as gzip and is none.</exception>
    public static byte[] ReadHead(string path)
    {
        using TrajectoryFile file = Open(path);
        byte[] head = new byte[HeadSize];
        int count = file.Stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false);
        return head[..count];
    }

    public void Dispose()
    {
        Stream.Dispose();
        file.Dispose();
    }
}
