using System.Collections.Immutable;

namespace MolShell.Compute.IO.Text;

/// <summary>XDATCAR of VASP: a cell, and places of each step as fractions of its edges; the cell stands again where it changes.</summary>
public sealed class Xdatcar : ITrajectoryFormat
{
    public string Name => "Xdatcar";

    public string Description => "XDATCAR of VASP: frames of a run.";

    public ImmutableArray<string> Extensions => ["XDATCAR", ".xdatcar"];

    public bool Recognizes(ReadOnlySpan<byte> head) => Poscar.IsCell(head) && IsConfiguration(head);

    public ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options) => new PoscarReader(file, options, isTrajectory: true);

    public ITrajectoryWriter Create(Stream stream, TrajectoryWriteOptions options) => new PoscarWriter(stream, options, isTrajectory: true);

    internal static bool IsConfiguration(ReadOnlySpan<byte> text) => text.IndexOf("irect configuration="u8) >= 0;
}
