using System.Collections.Immutable;
using MolShell.Compute.IO.Text;

namespace MolShell.Compute.IO;

/// <summary>The formats that are known, and which of them a file has.</summary>
public static class TrajectoryFormats
{
    /// <summary>All formats, those that are recognised surely (by a magic number or keyword) first.</summary>
    public static ImmutableArray<ITrajectoryFormat> All { get; } =
    [
        new LammpsDump(), new ExtendedXyz(), new Xdatcar(), new Poscar(), new Gro(), new Xyz(),
    ];

    /// <summary>The format of a name, in any case.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists them.</exception>
    public static ITrajectoryFormat Parse(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no trajectory format '{name}'; expected one of {string.Join(", ", All.Select(format => format.Name))}.");

    /// <summary>The format of a file: by its content, and where several fit, by its name.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">No format fits.</exception>
    public static ITrajectoryFormat Recognize(string path)
    {
        byte[] head = TrajectoryFile.ReadHead(path);
        ITrajectoryFormat[] fitting = [.. All.Where(format => format.Recognizes(head))];
        return fitting.FirstOrDefault(format => HasNameOf(path, format))
            ?? fitting.FirstOrDefault()
            ?? throw new InvalidDataException(head.Length == 0
                ? $"'{path}' is empty; expected a trajectory."
                : $"'{path}' is in no format that is known here: {string.Join(", ", All.Select(format => format.Name))}.");
    }

    /// <summary>The format whose usual end a file's name has, the end of compression apart; null where it has none.</summary>
    public static ITrajectoryFormat? FromName(string path) =>
        All.FirstOrDefault(format => HasNameOf(path, format));

    /// <summary>Begins to read a file, with frames in the units that the options ask for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">Its format; null for the one that fits.</param>
    /// <param name="options">What the file itself does not say.</param>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">No format fits, or the file is not of the format.</exception>
    public static ITrajectoryReader Open(string path, ITrajectoryFormat? format, TrajectoryReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        format ??= Recognize(path);
        TrajectoryFile file = TrajectoryFile.Open(path);
        try
        {
            ITrajectoryReader reader = format.Open(file, options);
            return options.Units is null ? reader : new ConvertingReader(reader, options.Units);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool HasNameOf(string path, ITrajectoryFormat format)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^3];
        }

        return format.Extensions.Any(end => end.StartsWith('.')
            ? name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
            : name.StartsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}
