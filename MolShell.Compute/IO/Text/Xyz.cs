using System.Collections.Immutable;

namespace MolShell.Compute.IO.Text;

/// <summary>Plain XYZ: a number of atoms, a comment and a line for each atom with its name and place [Angstrom].</summary>
public sealed class Xyz : ITrajectoryFormat
{
    public string Name => "Xyz";

    public string Description => "Plain XYZ: names and places, and a comment.";

    public ImmutableArray<string> Extensions => [".xyz"];

    public bool Recognizes(ReadOnlySpan<byte> head) => XyzReader.BeginsWithCount(head, out _);

    public ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options) => new XyzReader(file, options);

    public ITrajectoryWriter Create(Stream stream, TrajectoryWriteOptions options) => new XyzWriter(stream);
}
