using System.Collections.Immutable;
using System.Text;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// Extended XYZ: a number of atoms, a line of key=value pairs (Lattice, pbc, Properties, energy, ...) and a line for each atom. Lengths are
/// in Angstrom, energies in eV, times in ps.
/// </summary>
public sealed class ExtendedXyz : ITrajectoryFormat
{
    public string Name => "ExtendedXyz";

    public string Description => "Extended XYZ of ASE, QUIP and OVITO: cell, columns and values of each frame.";

    public ImmutableArray<string> Extensions => [".extxyz", ".exyz", ".xyz"];

    public bool Recognizes(ReadOnlySpan<byte> head) => XyzReader.BeginsWithCount(head, out ReadOnlySpan<byte> comment)
        && Encoding.Latin1.GetString(comment) is var text
        && (text.Contains("Properties=", StringComparison.OrdinalIgnoreCase) || text.Contains("Lattice=", StringComparison.OrdinalIgnoreCase));

    public ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options) => new XyzReader(file, options);

    public ITrajectoryWriter Create(Stream stream, TrajectoryWriteOptions options) => new ExtendedXyzWriter(stream, options);
}
