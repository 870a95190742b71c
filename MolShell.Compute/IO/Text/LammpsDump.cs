using System.Collections.Immutable;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// The text dump of LAMMPS ("dump custom", "dump atom"). Numbers are in the units that the file names (ITEM: UNITS lj, real or metal), else in
/// those that the user names, else reduced.
/// </summary>
public sealed class LammpsDump : ITrajectoryFormat
{
    public string Name => "LammpsDump";

    public string Description => "Text dump of LAMMPS, with any columns.";

    public ImmutableArray<string> Extensions => [".lammpstrj", ".dump", ".lammpsdump"];

    public bool Recognizes(ReadOnlySpan<byte> head) => head.StartsWith("ITEM: "u8);

    public ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options) => new LammpsDumpReader(file, options);

    public ITrajectoryWriter Create(Stream stream, TrajectoryWriteOptions options) => new LammpsDumpWriter(stream, options);
}
