using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Systems.Builders;

/// <summary>Builds a periodic crystal of one kind of particle, without forces.</summary>
public sealed record CrystalBuilder
{
    public required LatticeKind Lattice { get; init; }

    /// <summary>Conventional cells along x, y and z.</summary>
    public (int X, int Y, int Z) Repeat { get; init; } = (1, 1, 1);

    /// <summary>Edge a of the conventional cell [length]; give this or <see cref="Density"/>.</summary>
    public double? LatticeConstant { get; init; }

    /// <summary>Particles per volume [1/length^3].</summary>
    public double? Density { get; init; }

    /// <summary>Element symbol or name of the particle type.</summary>
    public string Element { get; init; } = "X";

    /// <summary>Mass of a particle [mass]; by default the atomic weight of the element, or 1 in reduced units.</summary>
    public double? Mass { get; init; }

    /// <summary>Standard deviation of a normal displacement of each coordinate from its site [length].</summary>
    public double Noise { get; init; }

    public ulong Seed { get; init; }

    public UnitSystem Units { get; init; } = UnitSystem.Reduced;

    /// <exception cref="ArgumentException">An option is out of range; names it and what was expected.</exception>
    public MolecularSystem Build()
    {
        (Vec3 shape, ImmutableArray<Vec3> sites) = Cell(Lattice);
        if (Repeat.X < 1 || Repeat.Y < 1 || Repeat.Z < 1 || (long)Repeat.X * Repeat.Y * Repeat.Z * sites.Length > Array.MaxLength)
        {
            throw new ArgumentException(
                $"The repeat is {Repeat}; expected at least 1 cell along each axis and at most {Array.MaxLength} particles.");
        }

        BuilderCheck.NotNegative(Noise, nameof(Noise));
        double a = Edge(shape, sites.Length);
        Vec3 cell = shape * a;
        RandomKey key = RandomKey.FromSeed(Seed, RandomStream.Placement);
        List<Vec3> positions = new(Repeat.X * Repeat.Y * Repeat.Z * sites.Length);
        for (int x = 0; x < Repeat.X; x++)
        {
            for (int y = 0; y < Repeat.Y; y++)
            {
                for (int z = 0; z < Repeat.Z; z++)
                {
                    foreach (Vec3 site in sites)
                    {
                        Vec3 ideal = new((x + site.X) * cell.X, (y + site.Y) * cell.Y, (z + site.Z) * cell.Z);
                        positions.Add(ideal + (Noise * Gaussian.Three(key, 0, positions.Count)));
                    }
                }
            }
        }

        return new MolecularSystem
        {
            Name = $"{Element} {Lattice}",
            Start = new Frame
            {
                Topology = Topology.Uniform(positions.Count, ParticleMass(), Element),
                Box = Box.Orthorhombic(Repeat.X * cell.X, Repeat.Y * cell.Y, Repeat.Z * cell.Z),
                Units = Units,
                Positions = [.. positions],
            },
        }.Validate();
    }

    // Edges of the conventional cell in units of a, and fractional coordinates of its sites.
    private static (Vec3 Shape, ImmutableArray<Vec3> Sites) Cell(LatticeKind lattice)
    {
        Vec3 cube = new(1, 1, 1);
        ImmutableArray<Vec3> fcc = [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)];
        return lattice switch
        {
            LatticeKind.SimpleCubic => (cube, [new(0, 0, 0)]),
            LatticeKind.Bcc => (cube, [new(0, 0, 0), new(0.5, 0.5, 0.5)]),
            LatticeKind.Fcc => (cube, fcc),
            LatticeKind.Diamond => (cube, [.. fcc, .. fcc.Select(site => site + new Vec3(0.25, 0.25, 0.25))]),
            LatticeKind.Hcp => (
                new Vec3(1, Math.Sqrt(3), Math.Sqrt(8.0 / 3)),
                [new(0, 0, 0), new(0.5, 0.5, 0), new(0.5, 5.0 / 6, 0.5), new(0, 1.0 / 3, 0.5)]),
            _ => throw new ArgumentOutOfRangeException(nameof(lattice), lattice, "Unknown lattice."),
        };
    }

    private double Edge(Vec3 shape, int sites)
    {
        switch (LatticeConstant, Density)
        {
            case ({ } a, null):
                BuilderCheck.Positive(a, nameof(LatticeConstant));
                return a;
            case (null, { } density):
                BuilderCheck.Positive(density, nameof(Density));
                return Math.Cbrt(sites / (density * shape.X * shape.Y * shape.Z));
            default:
                throw new ArgumentException($"A crystal needs either {nameof(LatticeConstant)} or {nameof(Density)}.");
        }
    }

    private double ParticleMass()
    {
        if (Mass is { } mass)
        {
            BuilderCheck.Positive(mass, nameof(Mass));
            return mass;
        }

        if (Units == UnitSystem.Reduced)
        {
            return 1;
        }

        double weight = Elements.Weight(Element)
            ?? throw new ArgumentException($"'{Element}' is not an element, so its mass is not known: give {nameof(Mass)}.");
        return UnitSystem.Gromacs.Convert(weight, Dimension.Mass, Units);
    }
}
