using System.Collections.Immutable;

namespace MolShell.Compute.IO;

/// <summary>A file format of trajectories: how it is recognised, read and written. It holds no state.</summary>
public interface ITrajectoryFormat
{
    /// <summary>Name that a user gives, such as "LammpsDump".</summary>
    string Name { get; }

    /// <summary>What the format is and who writes it, in a line.</summary>
    string Description { get; }

    /// <summary>Usual ends of file names with the dot, the best first; a name without a dot is that of a whole file (POSCAR).</summary>
    ImmutableArray<string> Extensions { get; }

    /// <summary>Whether a file that begins with these bytes may be of this format; the sure formats are asked first.</summary>
    bool Recognizes(ReadOnlySpan<byte> head);

    /// <summary>Begins to read frames.</summary>
    /// <param name="file">The file; the reader disposes of it.</param>
    /// <param name="options">What the file itself does not say.</param>
    /// <exception cref="InvalidDataException">The file is not of this format; names file, line or byte, what was found and what was expected.</exception>
    ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options);

    /// <summary>Begins to write frames, or null where the format is only read.</summary>
    /// <param name="stream">Where to; the writer leaves it open.</param>
    /// <param name="options">What frames themselves do not say.</param>
    ITrajectoryWriter? Create(Stream stream, TrajectoryWriteOptions options);
}
