namespace MolShell.Compute.Engines;

/// <summary>The two files that hold what a program prints.</summary>
/// <param name="OutputFile">File of the standard output.</param>
/// <param name="ErrorFile">File of the standard error.</param>
public sealed record ProcessOutput(string OutputFile, string ErrorFile)
{
    private const int TailBytes = 1 << 16;

    /// <summary>Files in a folder with a common beginning of their names.</summary>
    public static ProcessOutput In(string folder, string name) =>
        new(Path.Combine(folder, name + ".out"), Path.Combine(folder, name + ".err"));

    /// <summary>The last lines, errors last; lines without text are left out.</summary>
    public string LastLines(int count) => string.Join(
        Environment.NewLine,
        Lines(OutputFile).Concat(Lines(ErrorFile)).Where(line => !string.IsNullOrWhiteSpace(line)).TakeLast(count));

    /// <summary>All lines of a file that may still be written; none where there is no file. Of a very long one, the last.</summary>
    public static IReadOnlyList<string> Lines(string file)
    {
        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(Math.Max(0, stream.Length - TailBytes), SeekOrigin.Begin);
            using StreamReader reader = new(stream);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
