using System.Collections.Immutable;

namespace MolShell.Compute.Systems;

/// <summary>What the particles are and how they are joined. Immutable; shared by a system and all of its frames.</summary>
public sealed record Topology
{
    /// <summary>Masses [mass unit], shape [n].</summary>
    public required ImmutableArray<double> Masses { get; init; }

    /// <summary>Type of each particle, an index into <see cref="TypeNames"/>, shape [n].</summary>
    public required ImmutableArray<int> Types { get; init; }

    /// <summary>Names of the particle types (an element symbol where it is an atom).</summary>
    public required ImmutableArray<string> TypeNames { get; init; }

    /// <summary>Charges [elementary charge], shape [n]; empty where no particle is charged.</summary>
    public ImmutableArray<double> Charges { get; init; } = [];

    /// <summary>Bonded pairs, for pictures, exclusions and molecules; the bond's force is a force of the system.</summary>
    public ImmutableArray<Bond> Bonds { get; init; } = [];

    /// <summary>Number of Cartesian coordinates that move: 3, or 2 or 1 for toy systems, whose further coordinates stay 0.</summary>
    public int Dimension { get; init; } = 3;

    /// <summary>Number of particles n.</summary>
    public int ParticleCount => Masses.Length;
}
