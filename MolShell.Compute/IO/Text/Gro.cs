using System.Collections.Immutable;
using System.Text;

namespace MolShell.Compute.IO.Text;

/// <summary>Structure files of GROMACS, also with several frames: names of residues and atoms, places [nm] and velocities [nm/ps] in fixed columns.</summary>
public sealed class Gro : ITrajectoryFormat
{
    public string Name => "Gro";

    public string Description => "Structure file of GROMACS, of one frame or several.";

    public ImmutableArray<string> Extensions => [".gro"];

    /// <summary>A title, a number alone, and a line with decimal points after column 20.</summary>
    public bool Recognizes(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.Latin1.GetString(head).Split('\n');
        return lines.Length > 2
            && int.TryParse(lines[1].Trim(), out int count) && count > 0
            && lines[2].Length > 20 && lines[2].AsSpan(20).Count('.') >= 3;
    }

    public ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options) => new GroReader(file, options);

    public ITrajectoryWriter Create(Stream stream, TrajectoryWriteOptions options) => new GroWriter(stream, options);
}
