using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace MolShell.Compute.Engines;

/// <summary>An input file of an engine with the contents it had when the engine was made.</summary>
internal sealed record InputFile
{
    private InputFile(string path, ImmutableArray<byte> contents)
    {
        Path = path;
        Contents = contents;
        Hash = HashOf(contents.AsSpan());
    }

    public string Path { get; }

    public ImmutableArray<byte> Contents { get; }

    /// <summary>SHA-256 of the contents in lower-case hexadecimal.</summary>
    public string Hash { get; }

    public string Text => Encoding.UTF8.GetString(Contents.AsSpan());

    /// <exception cref="EngineException">The file cannot be read.</exception>
    public static InputFile Read(string path, string role)
    {
        try
        {
            return new InputFile(System.IO.Path.GetFullPath(path), ImmutableArray.Create(File.ReadAllBytes(path)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException($"The {role} file '{path}' cannot be read: {error.Message}", error);
        }
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="EngineException">The file is missing or has other contents.</exception>
    public void RequireUnchanged()
    {
        byte[]? now = File.Exists(Path) ? File.ReadAllBytes(Path) : null;
        if (now is null || !now.AsSpan().SequenceEqual(Contents.AsSpan()))
        {
            throw new EngineException(
                $"The input file '{Path}' {(now is null ? "is gone" : "was changed")} since the engine was made (SHA-256 {Hash[..12]} then). "
                + "Paths of different dynamics do not mix: restore the file, or make a new engine and a new run.");
        }
    }
}
