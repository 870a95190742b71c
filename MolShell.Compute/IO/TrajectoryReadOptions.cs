using System.Collections.Immutable;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>What a trajectory file does not say itself.</summary>
public sealed record TrajectoryReadOptions
{
    /// <summary>What the particles are, for formats that hold places only; null where the file says so, or particles are of one unnamed type.</summary>
    public Topology? Topology { get; init; }

    /// <summary>
    /// Units of the frames; null for those of the format. Formats with units of their own are converted, except to reduced units, which have
    /// no scale; LAMMPS files that do not name theirs are taken to be in these units.
    /// </summary>
    public UnitSystem? Units { get; init; }

    /// <summary>Names of the types 1, 2, ... in formats that number them; empty where they have none.</summary>
    public ImmutableArray<string> TypeNames { get; init; } = [];

    /// <summary>Whether another program may still be writing the file: an incomplete last frame then ends the trajectory without an error.</summary>
    public bool IsGrowing { get; init; }

    /// <summary>Units to read numbers of a format in, whose own units are <paramref name="own"/>: these, or reduced ones where they are wanted.</summary>
    internal UnitSystem UnitsOf(UnitSystem own) => ReferenceEquals(Units, UnitSystem.Reduced) ? Units : own;
}
