using System.Collections.Immutable;

namespace MolShell.Compute.Engines;

/// <summary>An outside program: its file and the arguments that come before all others, as for "srun -n 4 gmx_mpi". Immutable.</summary>
public sealed record ExternalProgram
{
    private ExternalProgram(string file, ImmutableArray<string> leading) => (File, Leading) = (file, leading);

    /// <summary>Full path of the program file.</summary>
    public string File { get; }

    /// <summary>Arguments before those of a call.</summary>
    public ImmutableArray<string> Leading { get; }

    /// <summary>Looks a program up, as a path or in the folders of PATH.</summary>
    /// <param name="words">The program, then arguments that come before all others.</param>
    /// <exception cref="EngineException">There is no such program; says where it was looked for.</exception>
    public static ExternalProgram Find(params IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0 || string.IsNullOrWhiteSpace(words[0]))
        {
            throw new EngineException("A program is needed: its name or path.");
        }

        return new ExternalProgram(
            TryFind(words[0]) ?? throw new EngineException(words[0].Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? $"There is no program '{words[0]}'."
                : $"The program '{words[0]}' was not found in the folders of PATH. Install it, or give its path."),
            [.. words.Skip(1)]);
    }

    /// <summary>The full path of a program, or null where there is none.</summary>
    public static string? TryFind(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            || name.Contains(Path.AltDirectorySeparatorChar, StringComparison.Ordinal))
        {
            return System.IO.File.Exists(name) ? Path.GetFullPath(name) : null;
        }

        string[] endings = OperatingSystem.IsWindows() ? [string.Empty, ".exe"] : [string.Empty];
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(System.IO.File.Exists);
    }

    public override string ToString() => string.Join(' ', [File, .. Leading]);
}
