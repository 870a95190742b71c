using System.Security.Cryptography;
using System.Text;

namespace MolShell.Compute.Devices.Kernels;

/// <summary>
/// Keeps compiled programs on disk, one file each, named by the SHA-256 of what they were made of. A file is the SHA-256 of the program
/// followed by the program; one that is damaged counts as absent. A cache that cannot be written is no cache, and no error.
/// </summary>
/// <param name="folder">Where the files lie; made when it is first needed.</param>
internal sealed class ProgramCache(string folder)
{
    /// <summary>The folder of this user for what can be made again.</summary>
    public static string UserFolder
    {
        get
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            string cache =
                OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
                : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set ? set : Path.Combine(home, ".cache");
            return Path.Combine(cache, "MolShell", "OpenCL");
        }
    }

    /// <summary>The name of the program made of these texts (source, options, device, driver).</summary>
    public static string KeyOf(params IEnumerable<string> parts)
    {
        // Lengths keep the ends of the parts apart.
        string all = string.Concat(parts.Select(part => FormattableString.Invariant($"{part.Length}:{part}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>The program of that name, or null.</summary>
    public byte[]? Find(string key)
    {
        try
        {
            byte[] file = File.ReadAllBytes(PathOf(key));
            ReadOnlySpan<byte> program = file.AsSpan(Math.Min(file.Length, SHA256.HashSizeInBytes));
            bool isWhole = program.Length > 0 && SHA256.HashData(program).AsSpan().SequenceEqual(file.AsSpan(0, SHA256.HashSizeInBytes));
            return isWhole ? program.ToArray() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a program, written beside and renamed, so that no reader ever sees a part.</summary>
    public void Add(string key, byte[] program)
    {
        string beside = PathOf($"{key}.{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(beside, [.. SHA256.HashData(program), .. program]);
            File.Move(beside, PathOf(key), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then it stays: nothing looks for that name.
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + ".bin");
}
