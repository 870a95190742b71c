using System.Collections.Immutable;
using System.Globalization;

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

    /// <summary>A topology of particles of one type and mass.</summary>
    public static Topology Uniform(int count, double mass, string typeName, int dimension = 3)
    {
        Topology topology = new()
        {
            Masses = [.. Enumerable.Repeat(mass, count)],
            Types = [.. new int[count]],
            TypeNames = [typeName],
            Dimension = dimension,
        };
        topology.Validate();
        return topology;
    }

    /// <summary>Such as "216 particles (Solvent, Bead), 1 bond".</summary>
    public override string ToString()
    {
        string types = string.Join(", ", TypeNames);
        string text = string.Create(CultureInfo.InvariantCulture, $"{ParticleCount} {(ParticleCount == 1 ? "particle" : "particles")} ({types})");
        return Bonds.Length == 0
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text}, {Bonds.Length} {(Bonds.Length == 1 ? "bond" : "bonds")}");
    }

    /// <summary>Checks that masses are positive and finite and that types, charges and bonds fit the particles.</summary>
    /// <exception cref="ArgumentException">Names the particle or bond and what was expected.</exception>
    public void Validate()
    {
        if (Dimension is < 1 or > 3)
        {
            throw new ArgumentException($"The dimension is {Dimension}; expected 1, 2 or 3.");
        }

        int n = ParticleCount;
        if (n == 0)
        {
            throw new ArgumentException("A topology needs at least one particle.");
        }

        CheckLength(Types.Length, "types");
        if (Charges.Length != 0)
        {
            CheckLength(Charges.Length, "charges");
        }

        for (int i = 0; i < n; i++)
        {
            if (!(Masses[i] > 0) || !double.IsFinite(Masses[i]))
            {
                throw Invalid($"Particle {i} has the mass {Masses[i]}; expected a positive finite number.");
            }

            if (Types[i] < 0 || Types[i] >= TypeNames.Length)
            {
                throw Invalid($"Particle {i} has the type {Types[i]}; expected 0 to {TypeNames.Length - 1}, the index of a type name.");
            }

            if (Charges.Length != 0 && !double.IsFinite(Charges[i]))
            {
                throw Invalid($"Particle {i} has the charge {Charges[i]}; expected a finite number.");
            }
        }

        for (int b = 0; b < Bonds.Length; b++)
        {
            (int i, int j) = Bonds[b];
            if (i < 0 || j < 0 || i >= n || j >= n || i == j)
            {
                throw Invalid($"Bond {b} joins particles {i} and {j}; expected two different particles from 0 to {n - 1}.");
            }
        }

        void CheckLength(int length, string what)
        {
            if (length != n)
            {
                throw Invalid($"There are {length} {what} for {n} particles.");
            }
        }
    }

    private static ArgumentException Invalid(FormattableString message) => new(FormattableString.Invariant(message));
}
